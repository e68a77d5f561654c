package dev.llmplanner.view.program;

import dev.llmplanner.handover.Artifact;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonObject;
import java.util.function.Function;

/** What a program asks its platform to do. Data, so that a test can assert it. */
public sealed interface Effect {

    /** Puts the focus on the element of that id. */
    record Focus(String elementId) implements Effect {
    }

    /** Brings the element of that id into sight. */
    record ScrollTo(String elementId) implements Effect {
    }

    /** Opens the {@code dialog} of that id over the page. */
    record OpenDialog(String elementId) implements Effect {
    }

    /** Closes the {@code dialog} of that id. */
    record CloseDialog(String elementId) implements Effect {
    }

    /** Puts a text on the clipboard. */
    record Copy(String text, Object done, Object failed) implements Effect {
    }

    /** Copies the page's address as it is after this step, with its hash. */
    record CopyAddress(Object done, Object failed) implements Effect {
    }

    /** Hands over a file. */
    record Download(String fileName, String mediaType, String text) implements Effect {
    }

    /** Hands over a file of bytes. */
    record Save(String fileName, String mediaType, Artifact file) implements Effect {
    }

    /**
     * Loads a script of dist that sets a global, and reads that global. A script is loaded once.
     *
     * @param file its name in dist, such as {@code details.js}
     * @param global the global's name, such as {@code PLANNER_DETAILS}
     * @param done makes the event from the data
     * @param failed the event if the script can't be loaded
     */
    record Load(String file, String global, Function<Json, Object> done, Object failed) implements Effect {
    }

    /**
     * Computes the work behind an answer, with a script that is loaded the first time.
     *
     * @param request by the contract
     * @param done makes the event from {@code {figures, messages}}
     * @param failed the event if the script can't be loaded
     */
    record Explain(JsonObject request, Function<Json, Object> done, Object failed) implements Effect {
    }

    /**
     * Loads a script that takes over: it asks for the address and for {@link Program#kept}, shows its own screen in the
     * same page, and this program ends. Until then everything goes on.
     *
     * @param failed the event if the script can't be loaded
     */
    record HandOver(String file, Object failed) implements Effect {
    }

    /** Sends an event later. */
    record Later(int milliseconds, Object event) implements Effect {
    }

    /**
     * Answers a search aside, while the page stays responsive. One search runs at a time: another one takes its place, and
     * nothing more is told of the first.
     *
     * @param question {@code {request, records}}: by the contract, and records of one's own as the bundle holds them
     * @param told     makes an event of each message: {@code {progress: {done, of}}} any number of times, {@code {plans}} when
     *                 a result is there that nothing explains yet, and at the end one of {@code {result, milliseconds}},
     *                 {@code {refused: {code, path, allowed, message}}} and {@code {failed: true}}
     */
    record Search(JsonObject question, Function<JsonObject, Object> told) implements Effect {
    }

    /** Ends the search that runs, if there is one; nothing more is told of it. */
    record StopSearch() implements Effect {
    }

    /**
     * Computes rows of the matrix aside. Another question takes the place of the one before; rows that are on their way still come.
     *
     * @param question {@link dev.llmplanner.screening.Aside#question}, and records of one's own as the bundle holds them
     * @param told     makes an event of each message: {@code {serial, rows}} any number of times, or {@code {refused: true}} where
     *                 nothing can be computed aside
     */
    record Screen(JsonObject question, Function<JsonObject, Object> told) implements Effect {
    }

    /**
     * Sends a message to the page around the frame that this one stands in; nothing where it stands alone.
     *
     * @param target the origin that the other page must have, or {@code *} for any
     */
    record Tell(String target, JsonObject message) implements Effect {
    }

    /** Asks for the page's own address, without its hash. */
    record AskAddress(Function<String, Object> done) implements Effect {
    }

    /** Opens the print dialog. */
    record Print() implements Effect {
    }
}
