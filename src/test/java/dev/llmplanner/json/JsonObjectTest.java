package dev.llmplanner.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 12, 13, 200})
    void membersAreFoundByNameAndKeepTheirOrder(int count) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            members.put("name" + (i * 7 % 1000), new JsonNumber(i));
        }

        JsonObject object = new JsonObject(members);

        assertThat(object.members()).isEqualTo(members).hasSameHashCodeAs(members);
        assertThat(object.members().keySet()).containsExactlyElementsOf(members.keySet());
        members.forEach((name, value) -> assertThat(object.get(name)).contains(value));
        assertThat(object.get("absent")).isEmpty();
        assertThat(object.members()).doesNotContainKey("absent");
        assertThat(object).isEqualTo(new JsonObject(new LinkedHashMap<>(members)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void membersCanNotBeChanged(int count) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            members.put("name" + i, JsonNull.NULL);
        }
        JsonObject object = new JsonObject(members);
        members.put("later", JsonNull.NULL);

        assertThat(object.members()).hasSize(count);
        assertThatThrownBy(() -> object.members().put("x", JsonNull.NULL)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.members().remove("name0")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aLazyObjectIsReadOnceWhenAMemberIsAskedFor() {
        List<String> read = new ArrayList<>();
        JsonObject plain = new JsonObject(Map.of("a", JsonNull.NULL));
        JsonObject lazy = JsonObject.lazy(() -> {
            read.add("read");
            return plain;
        });
        assertThat(read).isEmpty();

        assertThat(lazy.get("a")).contains(JsonNull.NULL);
        assertThat(lazy.members()).hasSize(1);
        assertThat(lazy).isEqualTo(plain);
        assertThat(read).hasSize(1);
    }
}
