package dev.llmplanner.view.plan.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.support.Application;
import dev.llmplanner.view.Scene;
import dev.llmplanner.view.chart.ChartTable;
import dev.llmplanner.view.plan.answer.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class BillChartsTest {
    /** 1,000 once, 100 a year, four years, 200 of resale; rent 500 a year. */
    private static final String BILL = """
            {"cost": {"currency": "USD", "years": 4,
              "purchase": %s, "yearly": %s, "tco": %s, "rent": %s, "rentReserved": %s,
              "lines": [{"part": "server", "amount": {"typical": 600}}, {"part": "switch", "amount": {"typical": 150}},
                        {"part": "switch", "amount": {"typical": 250}}, {"part": "rack"}],
              "yearlyLines": [{"part": "energy", "amount": {"typical": 100}}]}}"""
            .formatted(total(1000), total(100), total(1200), total(500), total(300));

    private static String total(int typical) {
        return "{\"low\": 1, \"typical\": " + typical + ", \"high\": 2000, \"currency\": \"USD\", \"lacks\": []}";
    }

    private static BillCharts charts(String plan) {
        Scene scene = new Scene(Application.open("plan", "en").state(), Application.RESOURCES);
        return BillCharts.of(Plan.of(JsonCursor.of((JsonObject) JacksonJson.parse(plan))), scene).orElseThrow();
    }

    @Test
    void thePartsAddUpToTheCostOverTheYears() {
        ChartTable table = ChartTable.of(charts(BILL).parts());

        assertThat(table.head()).containsExactly("Part", "USD over 4 years");
        assertThat(table.rows()).containsExactly(List.of("server", "600"), List.of("switches", "400"),
                List.of("energy", "400"), List.of("Resale value", "-200"), List.of("Sum", "1,200"));
    }

    @Test
    void yearByYearOwningEndsAtTheSameSumAndRentGrowsEvenly() {
        ChartTable table = ChartTable.of(charts(BILL).years());

        assertThat(table.head()).containsExactly("Way", "years", "paid so far, USD");
        assertThat(table.rows()).contains(List.of("owned", "0", "1,000"), List.of("owned", "4", "1,400"),
                List.of("on demand", "4", "2,000"), List.of("reserved", "2", "600"));
        assertThat(table.rows().get(5)).containsExactly("owned", "4", "1,200");
    }

    @Test
    void theSummarySaysWhenOwningHasCostLess() {
        assertThat(charts(BILL).years().heading().summary()).contains("after 2.5 years");
        assertThat(charts(BILL.replace("500", "120")).years().heading().summary()).contains("stays cheaper than owning");
        assertThat(charts(BILL.replace("\"rent\"", "\"other\"")).years().heading().summary()).contains("No rent");
    }

    @Test
    void whatTheSumLacksIsSaid() {
        assertThat(charts(BILL.replace("\"lacks\": []", "\"lacks\": [{\"part\": \"rack\", \"id\": \"*\", \"reason\": \"no-price\"}]"))
                .parts().heading().summary()).contains("without: racks");
    }
}
