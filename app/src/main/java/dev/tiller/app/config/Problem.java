package dev.tiller.app.config;

/// Something wrong with the settings, for the person who mends it.
///
/// @param setting the name to look at
/// @param mend what is wrong and what to do, to be read after the name; never holds a secret
public record Problem(String setting, String mend) {

  @Override
  public String toString() {
    return setting + " " + mend;
  }
}
