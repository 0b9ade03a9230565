package dev.tiller.core.decide;

import dev.tiller.core.agents.AgentRecords.Artifact;
import dev.tiller.core.chat.ChatPlatform;
import dev.tiller.core.chat.Platform;
import dev.tiller.core.text.Texts;
import java.util.List;

/// Which of an agent's files a thread can show, as far as names and sizes tell.
///
/// @param files in the service's order
/// @param taken what the platform takes from a bot
record Files(List<Artifact> files, Platform platform, ChatPlatform.Files taken) {

  /// The largest file that is fetched, in bytes.
  static final long LARGEST = 10_000_000;

  /// So many are shown by one word or click.
  static final int AT_ONCE = 5;

  Files {
    files = List.copyOf(files);
  }

  boolean shows(Artifact file) {
    return Showable.named(file.name())
        .filter(kind -> file.bytes() <= LARGEST && taken.take(kind.mediaType(), file.bytes()))
        .isPresent();
  }

  List<Artifact> shown() {
    return files.stream().filter(this::shows).toList();
  }

  /// What a file is, for people, with the reason when it is not shown.
  String kind(Artifact file) {
    var kind = Showable.named(file.name());
    if (kind.isEmpty()) {
      return Texts.get("artifact.only-in-cursor");
    }
    boolean film = kind.get().film();
    if (file.bytes() > LARGEST) {
      return Texts.get(film ? "artifact.film-too-large" : "artifact.picture-too-large");
    }
    return shows(file)
        ? Texts.get(film ? "artifact.film" : "artifact.picture")
        : Texts.get(
            film ? "artifact.film-not-taken" : "artifact.picture-not-taken", platform.label());
  }

  /// How many pictures and films there are, wherever they can be shown.
  static int countShowable(List<Artifact> files) {
    return (int)
        files.stream()
            .filter(file -> file.bytes() <= LARGEST && Showable.named(file.name()).isPresent())
            .count();
  }
}
