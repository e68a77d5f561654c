package dev.llmplanner.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.llmplanner.json.JsonCursor;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonShapeException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private final List<String> read = new ArrayList<>();

    private Records<String> records(String... ids) {
        JsonObject.Builder members = new JsonObject.Builder();
        for (String id : ids) {
            members.put(id, new JsonNumber(ids.length));
        }
        return Records.of(JsonCursor.of(members.build()), (id, record) -> {
            read.add(id);
            return id + record.number();
        });
    }

    @Test
    void aRecordIsReadOnceWhenItIsAskedFor() {
        Records<String> records = records("a", "b", "c");
        assertThat(records.list()).hasSize(3);
        assertThat(records.ids()).containsExactly("a", "b", "c");
        assertThat(read).isEmpty();

        assertThat(records.find("b")).contains("b3.0");
        assertThat(records.find("b")).contains("b3.0");
        assertThat(records.find("x")).isEmpty();
        assertThat(read).containsExactly("b");
        assertThat(records.list()).containsExactly("a3.0", "b3.0", "c3.0");
        assertThat(read).containsExactly("b", "a", "c");
    }

    @Test
    void addedRecordsAreReadAtOnceAndReplaceThoseOfTheSameId() {
        Records<String> joined = records("a", "b").with(records("b", "c", "d"));

        assertThat(read).containsExactly("b", "c", "d");
        assertThat(joined.list()).containsExactly("a2.0", "b3.0", "c3.0", "d3.0");
    }

    @Test
    void aRecordThatCanNotBeReadIsRefusedWhenItIsAdded() {
        Records<Double> none = Records.of(JsonCursor.of(new JsonObject.Builder().build()), (id, record) -> 0.0);
        Records<Double> wrong = Records.of(JsonCursor.of(new JsonObject.Builder().put("a", "text").build()),
                (id, record) -> record.number());

        assertThatThrownBy(() -> none.with(wrong)).isInstanceOf(JsonShapeException.class);
    }
}
