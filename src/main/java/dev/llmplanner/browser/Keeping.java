package dev.llmplanner.browser;

import dev.llmplanner.view.node.Element;
import java.util.function.Function;
import org.teavm.jso.JSObject;

/** What becomes of {@link Element#kept()} elements, of which the same instance is shown again. */
interface Keeping {

    /** The virtual element: the one of the screen before, or one that is made now. */
    JSObject virtual(Element element, Function<Element, JSObject> make);

    /** Whether it draws what is inside that element by itself, as those properties let it. */
    boolean draws(Element element, JSObject props, Hearing hearing);

    /** The screen is shown: what it didn't hold may be forgotten. */
    void shown();

    /** For an edition that keeps nothing. */
    final class None implements Keeping {
        @Override
        public JSObject virtual(Element element, Function<Element, JSObject> make) {
            return make.apply(element);
        }

        @Override
        public boolean draws(Element element, JSObject props, Hearing hearing) {
            return false;
        }

        @Override
        public void shown() {
        }
    }
}
