package dev.llmplanner.view.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.catalog.AcceleratorEntry;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.State;
import dev.llmplanner.view.table.Order;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A link of the Models view opens what it was made from. */
class ModelsLinkTest {
    private static final int ROUNDS = 300;

    @Test
    void everyViewComesBackFromItsLink() {
        Random random = new Random(4);
        for (int i = 0; i < ROUNDS; i++) {
            Application application = Application.open("models");
            ModelsState view = random(random, application.state());
            application.send(new ModelsEvent.Changed(view));

            Application opened = Application.open(application.screen().hash());

            assertThat(opened.state().ignored()).isEmpty();
            assertThat(opened.state().get(ModelsState.SLOT)).as(application.screen().hash()).isEqualTo(view);
        }
    }

    private static ModelsState random(Random random, State state) {
        Filters filters = Filters.NONE;
        for (Facet facet : Facet.ALL) {
            List<String> values = facet.values(state, Application.RESOURCES);
            for (int i = random.nextInt(4); i > 1; i--) {
                filters = filters.toggled(facet, values.get(random.nextInt(values.size())));
            }
        }
        List<AcceleratorEntry> accelerators = Application.RESOURCES.planner().catalog().accelerators();
        Reference reference = random.nextBoolean() ? Reference.INITIAL
                : new Reference(accelerators.get(random.nextInt(accelerators.size())).id(), 1 + random.nextInt(100_000),
                        1 + random.nextInt(10_000), 1 + random.nextInt(1_000));
        List<String> queries = List.of("", "智谱 glm", "a & b = c?", "100% 通义千问", "  ");
        return new ModelsState(
                Arrangement.ALL.get(random.nextInt(3)),
                queries.get(random.nextInt(queries.size())),
                filters,
                random.nextBoolean() ? Order.UNSORTED
                        : new Order(ModelColumn.ALL.get(random.nextInt(ModelColumn.ALL.size())).code(), random.nextBoolean()),
                reference,
                Map.of(),
                false,
                ColumnGroup.ALL.stream().filter(group -> random.nextInt(3) == 0).toList(),
                "");
    }
}
