package dev.tiller.manifests;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The Microsoft Teams app package (app manifest schema 1.22): a zip of the manifest and both
/// icons.
///
/// @param manifest as JSON
public record TeamsPackage(String manifest) {

  private static final List<String> ICONS = List.of("color.png", "outline.png");
  private static final int LONGEST_ORGANIZATION = 32;
  private static final Pattern VERSION = Pattern.compile("\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}");
  private static final Pattern ITS_VERSION = Pattern.compile("(\"version\": )\"[^\"]*\"");

  /// The oldest that a zip can tell, so that the same package is the same bytes.
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

  /// Who runs the bot, as the app's page in Teams shows it.
  ///
  /// @param url a page about it, which also stands for its privacy statement and terms
  public record Organization(String name, String url) {}

  /// @param appId the bot's Microsoft app id
  public static TeamsPackage of(AppName name, String appId, Organization organization)
      throws BadManifest {
    var runBy = organization.name().strip();
    if (runBy.isEmpty() || runBy.length() > LONGEST_ORGANIZATION) {
      throw new BadManifest("the organization's name must have 1 to 32 characters.");
    }
    var url = Template.https("the organization's page", organization.url());
    return new TeamsPackage(
        Template.named("teams/manifest.json", name)
            .replace("{{TEAMS_APP_ID}}", guid(appId))
            .replace("{{ORGANIZATION_URL}}", url)
            .replace("{{ORGANIZATION_NAME}}", escaped(runBy)));
  }

  /// The same with another version: Teams takes a changed package only with a higher one.
  public TeamsPackage version(String version) throws BadManifest {
    if (!VERSION.matcher(version).matches()) {
      throw new BadManifest("the package's version must have three numbers, such as 1.2.0.");
    }
    return new TeamsPackage(ITS_VERSION.matcher(manifest).replaceFirst("$1\"" + version + '"'));
  }

  /// What is uploaded: the manifest and the icons at the top of the archive.
  public byte[] zip() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      add(zip, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
      for (var icon : ICONS) {
        add(zip, icon, Template.bytes("teams/" + icon));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(DATE);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static String guid(String appId) throws BadManifest {
    try {
      var guid = UUID.fromString(appId.strip()).toString();
      if (guid.equalsIgnoreCase(appId.strip())) {
        return guid;
      }
    } catch (IllegalArgumentException _) {
      // as for one that is too short
    }
    throw new BadManifest(
        "the app id must be the bot's Microsoft app id, such as 6f9619ff-8b86-4011-b42d-00c04fc964ff.");
  }

  private static String escaped(String text) {
    return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
  }
}
