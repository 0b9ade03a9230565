package dev.tiller.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What a running bot has open, as the kernel tells it.
@EnabledOnOs(OS.LINUX)
class ListeningTest {

  /// The kernel's number for a listening TCP socket and a bound UDP socket.
  private static final String LISTENS = "0A";

  private static final String BOUND = "07";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "SLACK_BOT_TOKEN", "xoxb-stand-in",
          "SLACK_SIGNING_SECRET", "0123456789abcdef",
          "SLACK_API_URL", "http://127.0.0.1:9/",
          "CURSOR_API_KEY", "crsr_good",
          "CURSOR_API_URL", "http://127.0.0.1:9/");

  @TempDir Path folder;

  @Test
  void nothingListensBeyondTheConfiguredAddress() throws Exception {
    int port = BotProcess.freePort();
    var bot = BotProcess.start(folder, port, SETTINGS);

    assertThat(open(bot.pid(), "tcp", LISTENS)).containsExactly("0100007F:%04X".formatted(port));
    assertThat(open(bot.pid(), "udp", BOUND)).isEmpty();
    bot.kill();
  }

  /// Local addresses, IPv4 in the kernel's order of bytes, also where the socket is an IPv6 one.
  private static List<String> open(long process, String protocol, String state) throws IOException {
    var own = sockets(process);
    return Stream.concat(table(process, protocol), table(process, protocol + "6"))
        .map(line -> line.strip().split("\\s+", -1))
        .filter(columns -> columns[3].equals(state) && own.contains(columns[9]))
        .map(columns -> columns[1].replaceFirst("^0{16}FFFF0000", ""))
        .toList();
  }

  private static Stream<String> table(long process, String protocol) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process + "/net/" + protocol)).stream().skip(1);
  }

  /// The inodes of the process's sockets.
  private static Set<String> sockets(long process) throws IOException {
    try (var files = Files.list(Path.of("/proc/" + process + "/fd"))) {
      return files
          .map(ListeningTest::target)
          .filter(it -> it.startsWith("socket:["))
          .map(it -> it.substring("socket:[".length(), it.length() - 1))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
