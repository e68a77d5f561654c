package dev.llmplanner.view.handover;

import dev.llmplanner.view.DataFile;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.Section;
import dev.llmplanner.view.State;
import dev.llmplanner.view.figure.Money;
import dev.llmplanner.view.form.Entries;
import dev.llmplanner.view.node.Html;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The handover of the Calculator's scenario: the same address with what is handed over beside it.
 *
 * <p>Other pages link here with {@code #handover?} and what their Calculator link holds, {@code replicas}, {@code spare} and
 * {@code name}.
 */
public final class HandoverSection implements Section {

    private static final String TAB = "tab";

    private final Section calculator;
    private final Maker maker = new Maker();

    /**
     * @param calculator whose address and answer it shares
     */
    public HandoverSection(Section calculator) {
        this.calculator = calculator;
    }

    @Override
    public Html page(Scene scene) {
        return new HandoverPage(scene, maker.make(scene)).all();
    }

    @Override
    public String title(Scene scene) {
        return scene.say("handover.title");
    }

    @Override
    public Map<String, String> link(State state) {
        Map<String, String> texts = new LinkedHashMap<>(calculator.link(state));
        Entries entries = HandoverState.entries(state);
        texts.putAll(entries.link(HandoverEntries.ALL));
        if (HandoverState.awaitsRate(state)) {
            texts.remove(HandoverEntries.CURRENCY.name());
        } else if (!Money.usual(state.speech()).equals(HandoverEntries.CURRENCY.initial())) {
            texts.put(HandoverEntries.CURRENCY.name(), entries.text(HandoverEntries.CURRENCY));
        }
        if (HandoverState.tab(state) != HandoverState.Tab.LAUNCH) {
            texts.put(TAB, HandoverState.tab(state).code());
        }
        return texts;
    }

    @Override
    public State opened(Map<String, String> texts, State state, Resources resources, List<String> ignored) {
        boolean open = !texts.containsKey(HandoverEntries.CURRENCY.name());
        Entries read = Entries.read(HandoverEntries.ALL, HandoverEntries::choices, texts, ignored);
        String usual = Money.usual(state.speech());
        Entries entries = open ? read.with(HandoverEntries.CURRENCY, usual) : read;
        boolean rateOpen = open && !usual.equals(HandoverEntries.CURRENCY.initial());
        HandoverState.Tab tab = HandoverState.Tab.LAUNCH;
        String named = texts.remove(TAB);
        for (HandoverState.Tab each : HandoverState.Tab.values()) {
            tab = each.code().equals(named) ? each : tab;
        }
        return calculator.opened(texts, HandoverState.with(tab, HandoverState.opened(entries, rateOpen, state)), resources, ignored);
    }

    @Override
    public List<DataFile> files(State state) {
        return List.of(DataFile.HANDOVER, DataFile.PRICES, DataFile.EVIDENCE);
    }
}
