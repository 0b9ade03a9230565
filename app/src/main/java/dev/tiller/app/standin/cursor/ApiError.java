package dev.tiller.app.standin.cursor;

/// A refusal, with the status and code of v1 (Cursor API v1, Oct 2026, error codes).
final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String text;

  ApiError(int status, String code, String text) {
    super(text, null, false, false);
    this.status = status;
    this.code = code;
    this.text = text;
  }

  static ApiError invalid(String text) {
    return new ApiError(400, "validation_error", text);
  }

  static ApiError noAgent() {
    return new ApiError(404, "agent_not_found", "Agent not found");
  }

  static ApiError noRun() {
    return new ApiError(404, "run_not_found", "Run not found");
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String text() {
    return text;
  }
}
