package dev.llmplanner.checkpoint;

import static dev.llmplanner.checkpoint.ConfigFile.imported;
import static dev.llmplanner.checkpoint.ConfigFile.parse;
import static dev.llmplanner.checkpoint.ConfigFile.read;
import static dev.llmplanner.checkpoint.ConfigFile.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.llmplanner.json.Json;
import dev.llmplanner.json.JsonNumber;
import dev.llmplanner.json.JsonObject;
import dev.llmplanner.json.JsonString;
import dev.llmplanner.support.TestCatalog;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model of one's own goes into a file and comes back, or the file is refused where it is wrong. */
class OwnModelFileTest {

    @Test
    void everyPublishedConfigurationComesBackAsItWas() {
        for (String name : ConfigFile.names()) {
            if (name.equals("command-a")) {
                continue;
            }
            Imported own = imported(read(name));
            Imported back = (Imported) OwnModelFile.read(OwnModelFile.write(own, Optional.of(read(name))));

            assertThat(back.model()).as(name).usingRecursiveComparison().isEqualTo(own.model());
            assertThat(back.derivation()).as(name).isEqualTo(own.derivation());
        }
    }

    @Test
    void everyRecordOfTheCatalogIsAcceptedAsOnesOwn() {
        JsonObject models = (JsonObject) TestCatalog.bundle().get("models").orElseThrow();
        models.members().forEach((id, record) -> {
            if (((JsonObject) record).get("architecture").isPresent()) {
                assertThat(OwnModelFile.readRecord(record, "")).as(id).isInstanceOf(Imported.class);
                assertThat(((Imported) OwnModelFile.readRecord(record, "")).model().architecture().orElseThrow().attention())
                        .as(id).isEqualTo(TestCatalog.catalog().model(id).orElseThrow().architecture().orElseThrow().attention());
            }
        });
    }

    @Test
    void aRecordThatWasEditedComesBackWithoutTheDerivation() {
        Imported own = imported(read("llama-3.1-70b"));
        Imported back = (Imported) OwnModelFile.read(OwnModelFile.write(own, Optional.of(read("llama-3.1-405b"))));

        assertThat(back.derivation()).isEmpty();
        assertThat(back.notices()).extracting(Notice::code).containsExactly("differs-from-config");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind                                          | "other"    | NOT_OWN_MODEL   | kind
            version                                       | 2          | NOT_OWN_MODEL   | version
            record                                        | 7          | WRONG_TYPE      | record
            record.architecture                           | []         | WRONG_TYPE      | record.architecture
            record.architecture.layers                    | -1         | OUT_OF_RANGE    | record.architecture.layers
            record.architecture.layers                    | 12.5       | NOT_WHOLE       | record.architecture.layers
            record.architecture.layers                    | 79         | WRONG_LENGTH    | record.architecture.attention
            record.architecture.hiddenSize                | "8192"     | WRONG_TYPE      | record.architecture.hiddenSize
            record.architecture.hiddenSize                | null       | WRONG_TYPE      | record.architecture.hiddenSize
            record.architecture.wings                     | 2          | UNKNOWN_FIELD   | record.architecture.wings
            record.architecture.attention                 | [{"kind":"x"}] | UNKNOWN_VALUE | record.architecture.attention[0].kind
            record.architecture.attention                 | [{"kind":"full","layers":80,"heads":64,"kvHeads":65,"headDim":1}] | OUT_OF_RANGE | record.architecture.attention[0].kvHeads
            record.architecture.attention                 | [{"kind":"full","layers":80,"heads":64,"kvHeads":8}] | MISSING_FIELD | record.architecture.attention[0].headDim
            record.architecture.mtp                       | {"layers":1,"attentionGroup":4,"feedForward":"dense","norms":5} | OUT_OF_RANGE | record.architecture.mtp.attentionGroup
            record.native                                 | {"linear":"int3"} | WRONG_TYPE | record.native.linear
            record.maxContextTokens                       | 0          | OUT_OF_RANGE    | record.maxContextTokens
            """)
    void aFileIsRefusedWhereItIsWrong(String place, String value, RefusalCode code, String path) {
        JsonObject file = OwnModelFile.write(imported(read("llama-3.1-70b")), Optional.empty());
        Json wrong = parse("{\"v\":" + value + "}").members().get("v");

        Refused refused = (Refused) OwnModelFile.read(set(file, place, wrong));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.path()).isEqualTo(path);
    }

    @Test
    void textsOfTheFileLoseTheirMarkup() {
        JsonObject file = OwnModelFile.write(imported(read("qwen3-vl-235b-a22b")), Optional.empty());
        JsonObject marked = set(set(file, "record.name", new JsonString("<b>x</b>")), "record.architecture.layerPattern", new JsonString("<i>"));

        Imported back = (Imported) OwnModelFile.read(marked);

        assertThat(back.record().toString()).doesNotContain("<");
        assertThat(back.record().get("totalParametersBillion")).isEqualTo(file.get("record").map(JsonObject.class::cast)
                .flatMap(record -> record.get("totalParametersBillion")));
        assertThat(OwnModelFile.read(new JsonNumber(1))).isInstanceOf(Refused.class);
        assertThat(OwnModelFile.read(new JsonObject(Map.of()))).isInstanceOf(Refused.class);
    }

    private static JsonObject set(JsonObject object, String place, Json value) {
        int dot = place.indexOf('.');
        return dot < 0 ? with(object, place, value)
                : with(object, place.substring(0, dot),
                        set((JsonObject) object.members().get(place.substring(0, dot)), place.substring(dot + 1), value));
    }
}
