package dev.tiller.app.standin.cursor;

/// How much one key may ask for; 0 means without limit. The general limit of the service is not
/// published.
///
/// @param repositoriesPerMinute of `GET repositories`, over both versions
/// @param v0ArtifactsPerMinute of lists and, apart from these, of downloads
/// @param activeAgents agents with a run that has not ended, over all keys
/// @param callsPerMinute of all operations together
public record Quotas(
    int repositoriesPerMinute,
    int repositoriesPerHour,
    int v0ArtifactsPerMinute,
    int v0ArtifactsPerHour,
    int activeAgents,
    int callsPerMinute) {

  public static final Quotas NONE = new Quotas(0, 0, 0, 0, 0, 0);

  /// As they were published (Cursor API, Oct 2026, rate limits; the agents' in 2025).
  public static final Quotas PUBLISHED = new Quotas(1, 30, 300, 6000, 256, 0);
}
