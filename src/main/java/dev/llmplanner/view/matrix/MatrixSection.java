package dev.llmplanner.view.matrix;

import dev.llmplanner.view.Event;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.State;
import dev.llmplanner.view.form.Remembered;
import dev.llmplanner.view.node.Html;
import dev.llmplanner.view.own.FieldsAddress;
import dev.llmplanner.view.own.FieldsSection;
import java.util.Optional;

/** Models × accelerators. */
public final class MatrixSection extends FieldsSection {
    private final Remembered parts = new Remembered();
    private final Remembered rows = new Remembered();

    public MatrixSection() {
        super(new FieldsAddress(MatrixState.ENTRIES, MatrixEntries.ALL, MatrixEntries::choices));
    }

    /** What a page begins from which the matrix is one click away. */
    public static Event ahead() {
        return new MatrixState.Ahead(-1);
    }

    @Override
    public Html page(Scene scene) {
        return new MatrixPage(scene, parts, rows).all();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("matrix.title");
    }

    @Override
    public Optional<Event> due(State state, Resources resources) {
        return MatrixState.due(state, resources);
    }
}
