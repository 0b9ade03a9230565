package dev.tiller.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/// Imports point one way; docs/architecture.md draws it.
@AnalyzeClasses(
    packages = "dev.tiller",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

  /// Suites that modules share come as jars of tests.
  static final class DoNotIncludeTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.matches(Pattern.compile(".*-tests\\.jar!.*"));
    }
  }

  @ArchTest
  static final ArchRule adaptersSeeTheChatVocabularyAlone =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tiller.slack..", "dev.tiller.teams..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tiller.app..",
              "dev.tiller.core.agents..",
              "dev.tiller.core.bot..",
              "dev.tiller.core.command..",
              "dev.tiller.core.context..",
              "dev.tiller.core.conversation..",
              "dev.tiller.core.cursor..",
              "dev.tiller.core.decide..",
              "dev.tiller.core.settings..",
              "dev.tiller.core.store..");

  @ArchTest
  static final ArchRule adaptersDoNotSeeEachOther =
      noClasses()
          .that()
          .resideInAPackage("dev.tiller.slack..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tiller.teams..");

  @ArchTest
  static final ArchRule teamsDoesNotSeeSlack =
      noClasses()
          .that()
          .resideInAPackage("dev.tiller.teams..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.tiller.slack..");

  @ArchTest
  static final ArchRule theCoreSeesNeitherAdaptersNorTheApp =
      noClasses()
          .that()
          .resideInAPackage("dev.tiller.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.tiller.app..", "dev.tiller.slack..", "dev.tiller.teams..");

  @ArchTest
  static final ArchRule vocabulariesAreAtTheBottom =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tiller.core.chat..", "dev.tiller.core.agents..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tiller.core.bot..",
              "dev.tiller.core.conversation..",
              "dev.tiller.core.cursor..",
              "dev.tiller.core.decide..",
              "dev.tiller.core.store..");

  @ArchTest
  static final ArchRule textsSeeNothingElse =
      noClasses()
          .that()
          .resideInAPackage("dev.tiller.core.text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tiller.core.agents..",
              "dev.tiller.core.bot..",
              "dev.tiller.core.chat..",
              "dev.tiller.core.command..",
              "dev.tiller.core.conversation..",
              "dev.tiller.core.decide..",
              "dev.tiller.core.settings..",
              "dev.tiller.core.store..");

  @ArchTest
  static final ArchRule decisionsSeeNeitherHttpNorSql =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.tiller.core.decide..",
              "dev.tiller.core.command..",
              "dev.tiller.core.context..",
              "dev.tiller.core.conversation..",
              "dev.tiller.core.routing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tiller.core.bot..",
              "dev.tiller.core.cursor..",
              "dev.tiller.core.store..",
              "java.net.http..",
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "com.fasterxml..");

  @ArchTest
  static final ArchRule routingSeesNoStateAndNoDecisions =
      noClasses()
          .that()
          .resideInAPackage("dev.tiller.core.routing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tiller.core.catalogue..",
              "dev.tiller.core.conversation..",
              "dev.tiller.core.decide..");

  @ArchTest
  static final ArchRule settingsAreValuesAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.tiller.core.settings..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tiller.core.bot..",
              "dev.tiller.core.conversation..",
              "dev.tiller.core.cursor..",
              "dev.tiller.core.decide..",
              "dev.tiller.core.store..",
              "java.sql..",
              "org.jdbi..",
              "com.fasterxml..");

  @ArchTest
  static final ArchRule theEngineSeesPortsNotTheirImplementations =
      noClasses()
          .that()
          .resideInAPackage("dev.tiller.core.bot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.tiller.core.cursor..", "dev.tiller.core.store..");

  @ArchTest
  static final ArchRule boltStaysInTheSlackAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tiller.slack..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.slack..");

  @ArchTest
  static final ArchRule theBotFrameworkStaysInTheTeamsAdapter =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.tiller.teams..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.microsoft..");

  @ArchTest
  static final ArchRule standInsKnowNothingOfTheBot =
      noClasses()
          .that()
          .resideInAPackage("dev.tiller.app.standin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.tiller.core..",
              "dev.tiller.slack..",
              "dev.tiller.teams..",
              "dev.tiller.app.playground..");

  @ArchTest
  static final ArchRule productionNeverStartsStandIns =
      noClasses()
          .that()
          .resideInAnyPackage("dev.tiller.app", "dev.tiller.app.config..", "dev.tiller.app.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.tiller.app.standin..", "dev.tiller.app.playground..");
}
