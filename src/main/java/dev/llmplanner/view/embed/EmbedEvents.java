package dev.llmplanner.view.embed;

import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.view.Event;
import dev.llmplanner.view.Loading;
import dev.llmplanner.view.Resources;
import dev.llmplanner.view.State;
import dev.llmplanner.view.program.Effect;
import dev.llmplanner.view.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to an embedded calculator besides what its reader does. */
public final class EmbedEvents {

    private EmbedEvents() {}

    /**
     * The page around the frame sent a message that carries the contract's mark.
     *
     * @param origin of that page, as the browser names it
     * @param text   the message as JSON; blank where JSON can't hold it
     */
    public record Heard(String origin, String text) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Embedded embedded = Embedded.in(state);
            if (!embedded.counterpart().hears(origin)) {
                return Step.to(state);
            }
            Optional<Json> id = Optional.empty();
            try {
                JsonObject message = Order.message(text, resources.json());
                id = Order.id(message);
                Order order = Order.of(message);
                return order instanceof Order.Hello
                        ? greeted(embedded.with(Counterpart.of(origin)).withTold(Optional.empty()).put(state), resources)
                        : embedded.counterpart().settled() ? done(order, state, resources) : Step.to(state);
            } catch (RequestException wrong) {
                return embedded.counterpart().settled()
                        ? Step.to(state, new Effect.Tell(embedded.counterpart().target(), Messages.error(id, wrong)))
                        : Step.to(state);
            }
        }

        private static Step<State> done(Order order, State state, Resources resources) {
            if (order instanceof Order.Load load) {
                State loaded = state.withScenario(
                        ShownRequest.scenario(load.request(), resources.planner(), state.speech()), resources);
                return Step.to(Embedded.in(loaded).withTold(Optional.empty()).put(loaded));
            }
            Order.Appearance appearance = (Order.Appearance) order;
            State themed = state.withTheme(appearance.theme().orElse(state.theme()));
            return appearance.language().isEmpty()
                    ? Step.to(themed)
                    : Loading.whatIsNeeded(themed.withLanguage(appearance.language().get(), true), resources);
        }
    }

    /** The content has another height. */
    public record Measured(int pixels) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            Embedded embedded = Embedded.in(state).withHeight(pixels);
            State measured = embedded.put(state);
            return embedded.counterpart().settled()
                    ? Step.to(measured, new Effect.Tell(embedded.counterpart().target(), Messages.height(pixels)))
                    : Step.to(measured);
        }
    }

    /** The frame's address is another one. */
    record Readdressed(String address) implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return EmbedProgram.opened(address, state, resources);
        }
    }

    /** The reader wants the scenario that the address names. */
    record StartedOver() implements Event {
        @Override
        public Step<State> after(State state, Resources resources) {
            return Step.to(state.withMessage("message.reset")
                    .withScenario(Embedded.in(state).parameters().scenario(), resources),
                    new Effect.Later(4000, new MessageDue("")));
        }
    }

    /** Says ready, the height and, by the program, the present scenario. */
    static Step<State> greeted(State state, Resources resources) {
        Embedded embedded = Embedded.in(state);
        String target = embedded.counterpart().target();
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Tell(target, Messages.ready(resources.planner().catalog().version())));
        if (embedded.counterpart().settled() && embedded.height() > 0) {
            effects.add(new Effect.Tell(target, Messages.height(embedded.height())));
        }
        return new Step<>(state, effects);
    }
}
