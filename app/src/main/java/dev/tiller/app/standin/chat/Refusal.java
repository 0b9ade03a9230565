package dev.tiller.app.standin.chat;

/// Something a person asked for that the platform's client would not do. The message is a plain
/// sentence for that person.
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  private Refusal(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /// What was named does not exist.
  public static Refusal unknown(String sentence) {
    return new Refusal(404, sentence);
  }

  /// This person may not do this.
  public static Refusal forbidden(String sentence) {
    return new Refusal(403, sentence);
  }

  /// The request makes no sense.
  public static Refusal invalid(String sentence) {
    return new Refusal(400, sentence);
  }

  /// Not as things stand.
  public static Refusal conflict(String sentence) {
    return new Refusal(409, sentence);
  }

  /// The HTTP status that says the same, 4xx.
  public int status() {
    return status;
  }

  /// The sentence.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
