package dev.llmplanner.view.record;

import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.node.Html;
import java.util.List;

/** The pages of single records: model, accelerator, server, fabric. */
public final class RecordSection implements Section {

    @Override
    public Html page(Scene scene) {
        return RecordPage.of(scene);
    }

    @Override
    public String title(Scene scene) {
        return RecordPage.name(scene);
    }

    @Override
    public List<DataFile> files(State state) {
        return List.of(DataFile.DETAILS);
    }
}
