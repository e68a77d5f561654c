package dev.llmplanner.benchmark;

/** A catalog with ten times the models, for pages. */
final class ManyModels {
    static final int TIMES = 10;

    /** Copies every model under further ids when the catalog arrives, before the page reads it. */
    static final String SCRIPT = """
            (times => {
              let catalog;
              Object.defineProperty(globalThis, 'PLANNER_CATALOG', {configurable: true, get: () => catalog, set: read => {
                const models = {};
                for (let i = 0; i < times; i++) {
                  for (const [id, model] of Object.entries(read.models)) {
                    models[i ? id + '-copy-' + i : id] = i ? {...model, name: model.name + ' ' + i} : model;
                  }
                }
                read.models = models;
                catalog = read;
              }});
            })(%d);""".formatted(TIMES);

    private ManyModels() {
    }
}
