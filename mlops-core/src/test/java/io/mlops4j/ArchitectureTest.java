package io.mlops4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Locale;

/** The house rules that a compiler does not know. */
@AnalyzeClasses(packages = "io.mlops4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule apiNeedsNothingButTheJdk = classes()
            .that()
            .resideInAPackage("io.mlops4j.api..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.mlops4j.api..", "java..", "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule coreNeedsOnlyWhatItMay = classes()
            .that()
            .resideInAPackage("io.mlops4j..")
            .and()
            .resideOutsideOfPackages("io.mlops4j.testkit..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "io.mlops4j..",
                    "java..",
                    "javax.sql..",
                    "com.fasterxml.jackson..",
                    "com.github.benmanes.caffeine..",
                    "de.siegmar.fastcsv..",
                    "org.jdbi..",
                    "org.HdrHistogram",
                    "org.slf4j..",
                    "org.jspecify.annotations"));

    @ArchTest
    static final ArchRule stagesOfTheApiHaveNoCycle =
            slices().matching("io.mlops4j.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule stagesOfTheCoreHaveNoCycle =
            slices().matching("io.mlops4j.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noStageReachesBackToTheFrontDoor = noClasses()
            .that()
            .resideOutsideOfPackage("io.mlops4j")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.mlops4j");

    @ArchTest
    static final ArchRule nothingDependsOnWhereItRuns = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "getContextClassLoader")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule javaSerialisationIsNeverUsed =
            noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class);

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule catalogueClassesHandOutWhatIsPackagePrivate = classes()
            .that()
            .resideInAnyPackage("io.mlops4j.check", "io.mlops4j.prepare", "io.mlops4j.evaluate", "io.mlops4j.monitor")
            .and()
            .areTopLevelClasses()
            .and(implementAnInterfaceOf("io.mlops4j.api"))
            .and()
            .areNotInterfaces()
            .should()
            .notBePublic()
            .orShould()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> implementAnInterfaceOf(String prefix) {
        return com.tngtech.archunit.base.DescribedPredicate.describe(
                "implement an interface of " + prefix,
                type -> type.getAllRawInterfaces().stream()
                        .anyMatch(found -> found.getPackageName().startsWith(prefix)));
    }
}
