package dev.llmplanner.build;

import dev.llmplanner.build.calibrate.CalibrateMain;
import dev.llmplanner.build.check.CatalogCheckMain;
import dev.llmplanner.build.check.CatalogFormat;
import dev.llmplanner.build.serve.Server;
import dev.llmplanner.contract.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The command line. Each command is one method that takes its own arguments. */
public final class Main {
    private static final String USAGE = """
            llm-deployment-planner <command>
              serve [directory]         serve dist on this machine and print the address
              estimate request.json     answer a request by the contract; - reads standard input
              explain request.json      the work behind every figure of that answer
              search request.json       ranked plans for a demand, by the contract
              check [directory]         check the catalogs of a working copy
              format [directory]        write the catalogs of a working copy in canonical form
              calibrate [directory]     fit the constants of a working copy anew, and write what is said about accuracy
            """;

    private Main() {
    }

    public static void main(String[] arguments) throws Exception {
        Neutral.language();
        if (arguments.length == 0) {
            System.err.print(USAGE);
            System.exit(2);
        }
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        switch (arguments[0]) {
            case "serve" -> serve(rest);
            case "estimate" -> System.exit(
                    ContractCommand.run("estimate", Planner::estimate, rest, System.in, System.out, System.err));
            case "explain" -> System.exit(
                    ContractCommand.run("explain", Planner::explain, rest, System.in, System.out, System.err));
            case "search" -> System.exit(
                    ContractCommand.run("search", ContractCommand::search, rest, System.in, System.out, System.err));
            case "check" -> check(rest);
            case "format" -> System.exit(new CatalogFormat(Path.of(rest.isEmpty() ? "." : rest.get(0))).write(System.out));
            case "calibrate" -> CalibrateMain.main(rest.toArray(String[]::new));
            default -> {
                System.err.println("unknown command: " + arguments[0]);
                System.err.print(USAGE);
                System.exit(2);
            }
        }
    }

    private static void serve(List<String> arguments) throws IOException, InterruptedException {
        Path directory = arguments.isEmpty() ? beside() : Path.of(arguments.get(0));
        try (Server server = Server.start(directory, Server.DEFAULT_PORT)) {
            System.out.println("LLM Deployment Planner: " + server.address() + "  (Ctrl-C stops)");
            System.out.flush();
            Thread.currentThread().join();
        }
    }

    /** {@code dist} of the working directory, else of the working copy that the jar was built in. */
    private static Path beside() {
        Path here = Path.of("dist");
        if (Files.isRegularFile(here.resolve("index.html"))) {
            return here;
        }
        Path code = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        return code.resolveSibling("..").resolve("dist").normalize();
    }

    private static void check(List<String> arguments) throws IOException {
        CatalogCheckMain.main(arguments.toArray(String[]::new));
    }
}
