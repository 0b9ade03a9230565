package dev.tiller.manifests;

/// What was given does not fit into a manifest. The message is a plain sentence for whoever gave
/// it.
public final class BadManifest extends Exception {

  private static final long serialVersionUID = 1L;

  BadManifest(String message) {
    super(message);
  }
}
