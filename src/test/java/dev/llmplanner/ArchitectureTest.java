package dev.llmplanner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rings: arrows point inward only, and what runs in the browser leaves out what is dear there. */
@Tag("slow")
class ArchitectureTest {
    private static final String[] PLAIN_JAVA = {"java.lang", "java.util", "java.util.function", "java.util.stream"};

    /** Within the engine, each package may use those before it. */
    private static final List<String> ENGINE = List.of("math", "model", "hardware", "deployment", "memory", "roofline", "serving",
            "cost", "demand", "search", "evidence", "explain");

    /** From the inside out; a ring may use those inside it. */
    private static final Map<String, List<String>> RINGS = Map.of(
            "json", List.of(),
            "engine", List.of(),
            "catalog", List.of("engine", "json"),
            "checkpoint", List.of("catalog", "engine", "json"),
            "benchmark", List.of("catalog", "engine", "json"),
            "contract", List.of("checkpoint", "catalog", "engine", "json"),
            "handover", List.of("contract", "catalog", "engine", "json"),
            "screening", List.of("contract", "catalog", "engine", "json"),
            "planning", List.of("screening", "contract", "catalog", "engine", "json"),
            "view", List.of("benchmark", "handover", "screening", "contract", "checkpoint", "catalog", "engine", "json"));

    /** Methods that pull tens of kilobytes into the page, or differ there. */
    private static final Map<Class<?>, Set<String>> DEAR_METHODS = Map.of(
            String.class, Set.of("format", "formatted", "split", "replaceAll", "replaceFirst", "matches", "lines"),
            Double.class, Set.of("parseDouble", "toString"),
            Float.class, Set.of("parseFloat", "toString"),
            Class.class, Set.of("forName", "getMethods", "getDeclaredMethods", "getFields", "getDeclaredFields",
                    "newInstance", "getRecordComponents"),
            Math.class, Set.of("fma", "log1p", "expm1"));

    private static final JavaClasses CLASSES = Compiled.CLASSES;

    @Test
    void eachRingUsesOnlyThoseInsideIt() {
        RINGS.forEach((ring, inside) -> {
            List<String> allowed = new ArrayList<>(List.of(PLAIN_JAVA));
            allowed.add("dev.llmplanner." + ring + "..");
            inside.forEach(inner -> allowed.add("dev.llmplanner." + inner + ".."));
            verify(classes().that().resideInAPackage("dev.llmplanner." + ring + "..")
                    .should().onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                            .or(describe("are primitive", type -> type.getBaseComponentType().isPrimitive()))));
        });
    }

    @Test
    void eachEnginePackageUsesOnlyThoseBeforeIt() {
        for (int i = 0; i < ENGINE.size() - 1; i++) {
            String[] later = ENGINE.subList(i + 1, ENGINE.size()).stream()
                    .map(name -> "dev.llmplanner.engine." + name + "..").toArray(String[]::new);
            verify(noClasses().that().resideInAPackage("dev.llmplanner.engine." + ENGINE.get(i) + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(later));
        }
    }

    @Test
    void everyEnginePackageHasItsPlaceInThatOrder() {
        assertThat(CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("dev.llmplanner.engine."))
                .map(name -> name.split("\\.")[3])
                .distinct())
                .isSubsetOf(ENGINE);
    }

    @Test
    void everyPackageBelongsToARing() {
        assertThat(CLASSES.stream().map(type -> Compiled.ring(type.getPackageName())).distinct())
                .allMatch(ring -> RINGS.containsKey(ring) || ring.equals("browser") || ring.equals("build"));
    }

    @Test
    void onlyBrowserAndTheBuildsTransformersTouchTeaVm() {
        verify(noClasses().that().resideOutsideOfPackages("dev.llmplanner.browser..", "dev.llmplanner.build.teavm..")
                .should().dependOnClassesThat().resideInAPackage("org.teavm.."));
    }

    @Test
    void browserUsesNothingOfTheJvm() {
        verify(classes().that().resideInAPackage("dev.llmplanner.browser..")
                .should().onlyDependOnClassesThat(resideInAnyPackage("java.lang", "java.util", "java.util.function",
                        "org.teavm..", "dev.llmplanner..")
                        .or(describe("are primitive", type -> type.getBaseComponentType().isPrimitive()))));
    }

    @Test
    void nobodyUsesBuildAndBuildDoesNotUseTheBrowser() {
        verify(noClasses().that().resideOutsideOfPackage("dev.llmplanner.build..")
                .should().dependOnClassesThat().resideInAPackage("dev.llmplanner.build.."));
        verify(noClasses().that().resideInAPackage("dev.llmplanner.build..")
                .should().dependOnClassesThat().resideInAPackage("dev.llmplanner.browser.."));
    }

    @Test
    void whatRunsInTheBrowserCallsNothingDearThere() {
        verify(noClasses().that().resideOutsideOfPackage("dev.llmplanner.build..")
                .should().accessTargetWhere(describe("is dear in the browser", ArchitectureTest::isDear)));
        verify(noClasses().that().resideOutsideOfPackage("dev.llmplanner.build..")
                .should().dependOnClassesThat().areAssignableTo(EnumMap.class));
    }

    @Test
    void theEngineCountsWithoutLongAndKeepsNoState() {
        verify(methods().that().areDeclaredInClassesThat().resideInAPackage("dev.llmplanner.engine..")
                .should().notHaveRawReturnType(long.class));
        verify(fields().that().areDeclaredInClassesThat().resideInAPackage("dev.llmplanner.engine..")
                .should().notHaveRawType(long.class));
        verify(fields().that().areDeclaredInClassesThat().resideInAPackage("dev.llmplanner.engine..").and().areStatic()
                .should().beFinal());
    }

    private static void verify(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static boolean isDear(JavaAccess<?> access) {
        Class<?> owner = DEAR_METHODS.keySet().stream()
                .filter(type -> access.getTargetOwner().isEquivalentTo(type)).findFirst().orElse(null);
        return owner != null && DEAR_METHODS.get(owner).contains(access.getTarget().getName());
    }
}
