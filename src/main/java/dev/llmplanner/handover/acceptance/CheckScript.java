package dev.llmplanner.handover.acceptance;

/** The program that holds a result of either tool against the limits; it takes its words from the limits. */
final class CheckScript {

    static final String TEXT = """
            #!/usr/bin/env python3
            import json
            import sys

            with open(sys.argv[1], encoding="utf-8") as file:
                limits = json.load(file)
            with open(sys.argv[2], encoding="utf-8") as file:
                result = json.load(file)

            if "benchmarks" in result:
                run = result["benchmarks"][0]
                metrics = run["metrics"]
                totals = metrics.get("request_totals") or run.get("request_totals") or {}
                read = {
                    "mean_ttft_ms": "time_to_first_token_ms",
                    "mean_tpot_ms": "inter_token_latency_ms",
                    "output_throughput": "output_tokens_per_second",
                }
                result = {name: (metrics.get(theirs) or {}).get("successful", {}).get("mean") for name, theirs in read.items()}
                result["failed"] = totals.get("errored")

            missed = False
            for check in limits["checks"]:
                value = result.get(check["metric"])
                number = isinstance(value, (int, float)) and not isinstance(value, bool)
                good = number and value <= check.get("atMost", value) and value >= check.get("atLeast", value)
                missed = missed or not good
                bound = "<= " + format(check["atMost"], ".6g") if "atMost" in check else ">= " + format(check["atLeast"], ".6g")
                shown = format(value, ".6g") if number else limits["absent"]
                print(limits["passed"] if good else limits["missed"], check["name"], shown, bound, sep="\\t")
            with open(sys.argv[2], encoding="utf-8") as file:
                print(file.read())
            sys.exit(1 if missed else 0)
            """;

    private CheckScript() {}
}
