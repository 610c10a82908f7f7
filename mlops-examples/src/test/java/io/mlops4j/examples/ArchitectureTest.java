package io.mlops4j.examples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** The arrows between the modules, seen from the one place where all of them are. */
@AnalyzeClasses(packages = "io.mlops4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] OUTSIDE_THE_CORE = {
        "io.mlops4j.api..", "io.mlops4j.testkit..", "io.mlops4j.tribuo..", "io.mlops4j.examples.."
    };

    @ArchTest
    static final ArchRule ARROWS_END_AT_THE_API = noClasses()
            .that()
            .resideInAPackage("io.mlops4j.api..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.mlops4j..").and(resideOutsideOfPackages("io.mlops4j.api..")));

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_THE_API_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages(OUTSIDE_THE_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.mlops4j.testkit..", "io.mlops4j.tribuo..", "io.mlops4j.examples..");

    @ArchTest
    static final ArchRule TRIBUO_KNOWS_THE_API_ONLY = noClasses()
            .that()
            .resideInAPackage("io.mlops4j.tribuo..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.mlops4j..")
                    .and(resideOutsideOfPackages("io.mlops4j.api..", "io.mlops4j.tribuo..")));

    @ArchTest
    static final ArchRule THE_TESTKIT_KNOWS_THE_API_ONLY = noClasses()
            .that()
            .resideInAPackage("io.mlops4j.testkit..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.mlops4j..")
                    .and(resideOutsideOfPackages("io.mlops4j.api..", "io.mlops4j.testkit..")));

    @ArchTest
    static final ArchRule ONLY_MLOPS_TRIBUO_KNOWS_TRIBUO = noClasses()
            .that()
            .resideOutsideOfPackage("io.mlops4j.tribuo..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("org.tribuo..", "com.oracle..", "com.google.protobuf..", "ml.dmlc.."));

    @ArchTest
    static final ArchRule NOBODY_REACHES_INTO_WHAT_THE_CORE_DOES_NOT_EXPORT = noClasses()
            .that()
            .resideInAnyPackage(OUTSIDE_THE_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.mlops4j.pipeline..", "io.mlops4j.predict..");

    @ArchTest
    static final ArchRule NOBODY_REACHES_ANOTHERS_INTERNAL = classes().should(keepOutOfTheInternalPackagesOfOthers());

    /** A rule about classes that are not there would hold of itself. */
    @ArchTest
    static void allModulesAreSeen(JavaClasses all) {
        for (String type : new String[] {
            "io.mlops4j.api.bundle.Bundle",
            "io.mlops4j.Mlops",
            "io.mlops4j.testkit.TrainerContract",
            "io.mlops4j.tribuo.Tribuo",
            "io.mlops4j.tribuo.internal.BinaryLogisticConverter"
        }) {
            assertThat(all.contain(type)).as(type).isTrue();
        }
    }

    private static ArchCondition<JavaClass> keepOutOfTheInternalPackagesOfOthers() {
        return new ArchCondition<>("keep out of the internal packages of others") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> reaches(type, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static boolean reaches(JavaClass from, JavaClass to) {
        String name = to.getPackageName();
        int internal = (name + ".").indexOf(".internal.");
        return name.startsWith("io.mlops4j.")
                && internal >= 0
                && !from.getPackageName().startsWith(name.substring(0, internal));
    }
}
