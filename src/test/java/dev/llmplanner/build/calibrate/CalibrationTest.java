package dev.llmplanner.build.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committed constants and accuracy are what the calibration writes, and its parts do what they say. */
class CalibrationTest {

    @Test
    @Tag("slow")
    void committedFilesAreWhatTheCommandWrites() throws IOException {
        for (Map.Entry<String, String> file : Calibration.files(Path.of("")).entrySet()) {
            assertThat(Files.readString(Path.of(file.getKey())))
                    .as(file.getKey() + ": run mvn exec:java@calibrate")
                    .isEqualTo(file.getValue());
        }
    }

    @Test
    void constantsFileSurvivesReadingAndWriting() throws IOException {
        CalibrationData data = new CalibrationData(Path.of(""));

        assertThat(ConstantsFile.text(data.constantsFile())).isEqualTo(Files.readString(Path.of("calibration/constants.json")));
    }

    @Test
    void everyFreeConstantStartsInsideItsBounds() {
        assertThat(ConstantsFile.free(new CalibrationData(Path.of("")).constantsFile())).isNotEmpty()
                .allMatch(one -> one.low() <= one.prior() && one.prior() <= one.high())
                .hasSizeLessThan(100);
    }

    @Test
    void choleskySolvesASmallSystem() {
        double[][] lower = {{4, 0}, {2, 3}};

        double[] x = NormalEquations.solved(lower, new double[] {8, 7});

        assertThat(x[0]).isCloseTo(1.25, within(1e-12));
        assertThat(x[1]).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void bandsCoverFourFifthsOfGroupsThatTheyDidNotSee() {
        List<Bands.Residual> residuals = new ArrayList<>();
        for (int group = 0; group < 20; group++) {
            for (int row = 0; row < 20; row++) {
                residuals.add(new Bands.Residual("g" + group, 0.02 * (group - 9.5) + 0.01 * (row - 9.5)));
            }
        }

        Bands.Band band = Bands.of(residuals);

        assertThat(band.coverage()).isBetween(0.76, 0.84);
        assertThat(band.low()).isLessThan(1);
        assertThat(band.high()).isGreaterThan(1);
        assertThat(band.from()).isLessThanOrEqualTo(0.8);
        assertThat(band.to()).isGreaterThanOrEqualTo(0.8);
    }
}
