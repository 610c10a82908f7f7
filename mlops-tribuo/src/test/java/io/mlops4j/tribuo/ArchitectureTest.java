package io.mlops4j.tribuo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;

/** Tribuo, XGBoost and protobuf stay inside: a user's code never names them. */
@AnalyzeClasses(packages = "io.mlops4j.tribuo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The one exception is {@code internal}: Tribuo loads the converter there by name. */
    @ArchTest
    static final ArchRule NO_TYPE_OF_A_LIBRARY_IN_A_PUBLIC_SIGNATURE = codeUnits()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.mlops4j.tribuo")
            .and()
            .areDeclaredInClassesThat()
            .areTopLevelClasses()
            .should(nameOnlyOurTypes());

    @ArchTest
    static final ArchRule NOTHING_OF_THE_ENGINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.mlops4j.data..", "io.mlops4j.prepare..", "io.mlops4j.bundle..", "io.mlops4j.pipeline..");

    @ArchTest
    static final ArchRule NO_JAVA_SERIALISATION =
            noClasses().should().dependOnClassesThat().haveNameMatching("java\\.io\\.Object(In|Out)putStream");

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_WHERE_IT_RUNS = noClasses()
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
            .callMethod(Thread.class, "getContextClassLoader")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Math.class, "random");

    private static ArchCondition<JavaCodeUnit> nameOnlyOurTypes() {
        return new ArchCondition<>("name only types of the JDK and of mlops") {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                        .filter(type -> !isOurs(type))
                        .forEach(type -> events.add(
                                SimpleConditionEvent.violated(unit, unit.getFullName() + " names " + type.getName())));
            }
        };
    }

    private static boolean isOurs(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.isPrimitive()
                || base.getPackageName().startsWith("java.")
                || base.getPackageName().startsWith("io.mlops4j.")
                        && base.getModifiers().contains(JavaModifier.PUBLIC);
    }
}
