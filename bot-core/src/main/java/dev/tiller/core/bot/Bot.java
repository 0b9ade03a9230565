package dev.tiller.core.bot;

import dev.tiller.core.agents.AgentId;
import dev.tiller.core.agents.RunReport;
import dev.tiller.core.agents.RunReports;
import dev.tiller.core.chat.Action;
import dev.tiller.core.chat.Arrival;
import dev.tiller.core.chat.ChatThread;
import dev.tiller.core.chat.FormSubmission;
import dev.tiller.core.chat.InboundMessage;
import dev.tiller.core.chat.Inbox;
import dev.tiller.core.chat.Receipt;
import dev.tiller.core.chat.StopSign;
import dev.tiller.core.decide.OnReport;
import dev.tiller.core.decide.Rules;
import dev.tiller.core.text.Texts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Takes in what people and services report. Each method returns when its outcome is on disk.
final class Bot implements Inbox, RunReports {

  private final Intake intake;
  private final Rules rules;
  private final Messages messages;
  private final Clicks clicks;
  private final Arrivals arrivals;

  /// @param rules as configured, without anybody's preferences
  Bot(Intake intake, Backgrounds backgrounds, Rules rules, SettingsDesk settings) {
    this.intake = intake;
    this.rules = rules;
    this.messages = new Messages(intake, backgrounds);
    this.clicks = new Clicks(intake, backgrounds, settings);
    this.arrivals = new Arrivals(intake, backgrounds, settings);
  }

  static String unknownCard() {
    return Texts.get("question.unknown-card");
  }

  @Override
  public void message(InboundMessage message) {
    messages.message(message);
  }

  @Override
  public void stop(StopSign sign) {
    messages.stop(sign);
  }

  @Override
  public Receipt action(Action action) {
    return clicks.action(action);
  }

  @Override
  public Receipt form(FormSubmission form) {
    return clicks.form(form);
  }

  @Override
  public void arrived(Arrival arrival) {
    arrivals.arrived(arrival);
  }

  @Override
  public void left(ChatThread mainLine, Optional<Instant> at) {
    arrivals.left(mainLine, at);
  }

  @Override
  public void reported(UUID launch, AgentId agent, RunReport report) {
    intake.take(tx -> {
      tx.conversationOfAgent(launch)
          .flatMap(tx::lock)
          .ifPresent(before ->
              intake.store(
                  tx,
                  before,
                  Intake.speaking(
                      before,
                      () ->
                          OnReport.unasked(
                              before, launch, agent, report, rules, intake.moment()))));
      return launch;
    });
  }
}
