package dev.llmplanner.build.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.build.json.JacksonJson;
import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointersTest {

    private static final Json JSON = JacksonJson.parse("{\"a\": [1, {\"b/c\": 2}], \"m~n\": 3}");

    @Test
    void aPointerNamesMembersAndItems() {
        assertThat(Pointers.resolve(JSON, "/a/1/b~1c")).contains(new JsonNumber(2));
        assertThat(Pointers.resolve(JSON, "/m~0n")).contains(new JsonNumber(3));
        assertThat(Pointers.resolve(JSON, "")).contains(JSON);
    }

    @Test
    void aPointerToNothingIsEmpty() {
        assertThat(Pointers.resolve(JSON, "/a/2")).isEmpty();
        assertThat(Pointers.resolve(JSON, "/a/01")).isEmpty();
        assertThat(Pointers.resolve(JSON, "a")).isEmpty();
        assertThat(Pointers.resolve(JSON, "/m~0n/x")).isEmpty();
    }

    @Test
    void aWalkVisitsEveryValueOnceWithThePointerThatFindsIt() {
        List<String> pointers = new ArrayList<>();

        Pointers.walk(JSON, "", (pointer, value) -> {
            pointers.add(pointer);
            assertThat(Pointers.resolve(JSON, pointer)).contains(value);
        });

        assertThat(pointers).containsExactly("", "/a", "/a/0", "/a/1", "/a/1/b~1c", "/m~0n");
    }

    @Test
    void aKeyThatStartsAlikeIsNotWithin() {
        assertThat(Pointers.isWithin("/memory/gib", "/memory")).isTrue();
        assertThat(Pointers.isWithin("/memoryGiB", "/memory")).isFalse();
        assertThat(Pointers.isWithin("/memory", "")).isTrue();
    }
}
