package org.traverse.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The design's rules, on the code as it was built. */
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> API = resideInAPackage("org.traverse.api..");
    private static final DescribedPredicate<JavaClass> READ_MODELS = resideInAPackage("org.traverse.readmodel..");
    private static final DescribedPredicate<JavaClass> MATCHING = resideInAPackage("org.traverse.matching..");

    private static final JavaClasses TRAVERSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.traverse");

    @Test
    void nothingKnowsTheApplication() {
        noClasses()
                .that(DescribedPredicate.not(API))
                .should()
                .dependOnClassesThat(API)
                .check(TRAVERSE);
    }

    @Test
    void theWriteSideKnowsNeitherReadModelsNorMatching() {
        noClasses()
                .that(DescribedPredicate.not(API.or(READ_MODELS).or(MATCHING)))
                .should()
                .dependOnClassesThat(READ_MODELS.or(MATCHING))
                .check(TRAVERSE);
    }

    @Test
    void matchingIsPlainJava() {
        noClasses()
                .that(MATCHING)
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..", "org.axonframework.."))
                .orShould()
                .dependOnClassesThat(resideInAPackage("org.traverse..").and(DescribedPredicate.not(MATCHING)))
                .check(TRAVERSE);
    }

    @Test
    void readModelsDoNotScore() {
        noClasses().that(READ_MODELS).should().dependOnClassesThat(MATCHING).check(TRAVERSE);
    }

    @Test
    void onlyItsFeatureTouchesAnAggregate() {
        classes()
                .that()
                .areAnnotatedWith(Aggregate.class)
                .should()
                .bePackagePrivate()
                .check(TRAVERSE);
    }

    @Test
    void noPackagesGoRoundInACircle() {
        slices().matching("org.traverse.(**)").should().beFreeOfCycles().check(TRAVERSE);
    }

    /** springdoc brings Jackson 2 along; nothing of ours may meet it. (Its annotations are Jackson 3's too.) */
    @Test
    void thereIsOneJackson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
                .check(TRAVERSE);
    }

    /** Such a stream keeps its connection until it is closed, and one forgotten empties the pool page by page. */
    @Test
    void rowsAreReadAsListsNotStreams() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(TRAVERSE);
    }

    /** Else package-private would mean nothing. */
    @Test
    void noPackageStandsInTwoModules() {
        Map<String, Set<String>> modules = new HashMap<>();
        for (JavaClass each : TRAVERSE) {
            each.getSource()
                    .ifPresent(source -> modules.computeIfAbsent(each.getPackageName(), name -> new TreeSet<>())
                            .add(module(source.getUri(), each)));
        }
        assertThat(modules)
                .hasSizeGreaterThan(30)
                .allSatisfy((name, where) -> assertThat(where).as(name).hasSize(1));
    }

    private static String module(URI source, JavaClass type) {
        String path = source.toString();
        return path.substring(0, path.indexOf(type.getPackageName().replace('.', '/')));
    }
}
