package dev.llmplanner.build;

import dev.llmplanner.build.dist.BundledCatalog;
import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.catalog.PlantCatalog;
import dev.llmplanner.contract.CatalogPlanner;
import dev.llmplanner.contract.EvidenceFinder;
import dev.llmplanner.contract.RequestException;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonArray;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.planning.Search;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code estimate request.json}, {@code explain request.json} and {@code search request.json}: the contract on the command line. */
final class ContractCommand {

    private ContractCommand() {}

    /** What a command does with a request. */
    interface Command {
        JsonObject answer(CatalogPlanner planner, JsonObject request) throws IOException;
    }

    /** Plans, with the prices that the jar carries. */
    static JsonObject search(CatalogPlanner planner, JsonObject request) throws IOException {
        return Search.answer(planner, PlantCatalog.read(BundledCatalog.prices(), planner.catalog()), request);
    }

    /**
     * Answers the request in that file.
     *
     * @param name   of the command, for messages
     * @param answer what the command does with a request
     * @return 0 with the result on {@code out}; 1 where the request is refused, with the error as JSON on {@code err};
     *     2 where there is no request to read
     */
    static int run(
            String name, Command answer, List<String> arguments, InputStream in,
            PrintStream out, PrintStream err) throws IOException {
        if (arguments.size() != 1) {
            err.println(name + " takes one file: " + name + " request.json, or - for standard input");
            return 2;
        }
        Json request;
        try {
            request = JacksonJson.parse(text(arguments.get(0), in));
        } catch (IOException | IllegalArgumentException e) {
            err.println(arguments.get(0) + " can't be read as JSON: " + e.getMessage());
            return 2;
        }
        if (!(request instanceof JsonObject object)) {
            err.println(arguments.get(0) + " holds no object; write {\"model\": …, \"accelerator\": …}");
            return 2;
        }
        try {
            out.println(JacksonJson.pretty(answer.answer(planner(), object)));
            return 0;
        } catch (RequestException refused) {
            err.println(JacksonJson.pretty(error(refused)));
            return 1;
        }
    }

    private static CatalogPlanner planner() throws IOException {
        CatalogPlanner planner = CatalogPlanner.of(BundledCatalog.catalog());
        return planner.with(EvidenceFinder.of(BundledCatalog.evidence(), planner.catalog()));
    }

    private static String text(String file, InputStream in) throws IOException {
        return file.equals("-")
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
    }

    private static JsonObject error(RequestException refused) {
        return new JsonObject.Builder()
                .put("code", refused.code())
                .put("path", refused.path())
                .put("allowed", new JsonArray(
                        refused.allowed().stream().map(text -> (Json) new JsonString(text)).toList()))
                .put("message", refused.getMessage())
                .build();
    }
}
