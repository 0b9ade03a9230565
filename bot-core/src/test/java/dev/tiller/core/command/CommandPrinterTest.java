package dev.tiller.core.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandPrinterTest {

  @ParameterizedTest
  @CsvSource({
    "fix it, fix it",
    "fix it AutoPR=on repo=https://github.com/acme/web, repo=acme/web autopr=yes fix it",
    "agent   fix it model='m-1', agent model=m-1 fix it",
    "branch=\"v1!\" fix it, branch=\"v1!\" fix it",
    "-- fix it, fix it",
    "-- stop, -- stop",
    "-- print rep=x, -- print rep=x",
    "agent -- agent x, agent agent x",
    "Cancel!, stop",
    "'repos=acme/web,github.com/acme/api fix it', 'repo=acme/web,acme/api fix it'",
    "mr=github.com/acme/web/pull/7/files fix it, pr=https://github.com/acme/web/pull/7 fix it",
    "worker=one mode=Plan current-branch=on fix it, mode=plan current_branch=yes machine=one fix it",
    "private_worker=no fix it, self_hosted=no fix it",
    "rep=x, rep=x",
    "' ', ''"
  })
  void theShortestUsualWayIsPrinted(String message, String printed) {
    assertThat(CommandPrinter.print(Grammar.parse(message))).isEqualTo(printed);
  }
}
