package dev.llmplanner;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The order inside rings: docs/architecture.md says it in words. */
@Tag("slow")
class InsideRingsTest {
    private static final String VIEW = Compiled.BASE + ".view.";
    private static final Path SOURCES = Path.of("src/main/java/dev/llmplanner");
    private static final int LONGEST = 400;

    @Test
    void noTwoPackagesOfTheViewUseEachOther() {
        freeOfCycles("view", "packages of view", JavaClass::getPackageName, name -> true);
    }

    /** The package itself holds the words of all and the one class that calls them all. */
    @Test
    void noTwoPackagesOfTheHandoverUseEachOther() {
        freeOfCycles("handover", "packages of handover", JavaClass::getPackageName, name -> name.startsWith("dev.llmplanner.handover."));
    }

    @Test
    void noTwoClassesOfPlanningOrOfScreeningUseEachOther() {
        for (String ring : List.of("planning", "screening")) {
            freeOfCycles(ring, "classes of " + ring, InsideRingsTest::outermost, name -> true);
        }
    }

    @Test
    void whatPagesAreMadeOfKnowsNoPage() {
        String[] base = {VIEW + "node", VIEW + "text", VIEW + "scenario", VIEW + "figure", VIEW + "program", VIEW + "chart"};
        noClasses().that().resideInAnyPackage(VIEW + "node", VIEW + "text").should().dependOnClassesThat()
                .resideInAnyPackage(VIEW + "scenario", VIEW + "figure", VIEW + "program", VIEW + "chart").check(Compiled.CLASSES);
        noClasses().that().resideInAnyPackage(base).should().dependOnClassesThat().resideInAPackage("dev.llmplanner.view")
                .check(Compiled.CLASSES);
        noClasses().that().resideInAPackage("dev.llmplanner.view").should().dependOnClassesThat(
                resideInAPackage("dev.llmplanner.view..")
                        .and(not(
                                resideInAnyPackage(base)))
                        .and(not(
                                resideInAPackage("dev.llmplanner.view"))))
                .check(Compiled.CLASSES);
    }

    @Test
    void nobodyKnowsWhatPutsPagesTogether() {
        noClasses().that().resideInAPackage("dev.llmplanner.view..").and().resideOutsideOfPackage(VIEW + "app..")
                .should().dependOnClassesThat().resideInAPackage(VIEW + "app..").check(Compiled.CLASSES);
        noClasses().that().resideInAPackage("dev.llmplanner.view..").and().resideOutsideOfPackage(VIEW + "embed..")
                .should().dependOnClassesThat().resideInAPackage(VIEW + "embed..").check(Compiled.CLASSES);
    }

    @Test
    void everyPackageSaysWhatItOwns() throws IOException {
        Set<Path> silent = new TreeSet<>();
        for (Path file : files()) {
            Path about = file.resolveSibling("package-info.java");
            if (!Files.exists(about) || Files.readString(about).strip().indexOf("/**") != 0) {
                silent.add(file.getParent());
            }
        }

        assertThat(silent).isEmpty();
    }

    @Test
    void noFileIsLongerThanFourHundredLines() throws IOException {
        List<String> longer = new ArrayList<>();
        for (Path file : files()) {
            if (Files.readAllLines(file).size() > LONGEST) {
                longer.add(file.getFileName().toString());
            }
        }

        assertThat(longer).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static void freeOfCycles(
            String ring, String what, Function<JavaClass, String> part, Predicate<String> counts) {
        slices().assignedFrom(new SliceAssignment() {
            @Override
            public String getDescription() {
                return what;
            }

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return Compiled.ring(type.getPackageName()).equals(ring) && counts.test(type.getPackageName())
                        ? SliceIdentifier.of(part.apply(type)) : SliceIdentifier.ignore();
            }
        }).should().beFreeOfCycles().check(Compiled.CLASSES);
    }

    /** A class with those inside it. */
    private static String outermost(JavaClass type) {
        String name = type.getName();
        int inner = name.indexOf('$');
        return inner < 0 ? name : name.substring(0, inner);
    }
}
