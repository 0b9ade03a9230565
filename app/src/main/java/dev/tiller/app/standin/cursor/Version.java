package dev.tiller.app.standin.cursor;

/// The two versions of the API, which differ in how they refuse: with an object on v1, on v0 with a
/// plain text, as it was seen live.
enum Version {
  V0(ErrorShape.B),
  V1(ErrorShape.A);

  private final ErrorShape shape;

  Version(ErrorShape shape) {
    this.shape = shape;
  }

  ErrorShape shape() {
    return shape;
  }
}
