package dev.tiller.core.chat;

/// A file to be shown in a thread, whole and in memory.
///
/// Every text in it is data: platforms show it literally.
///
/// @param name how people know the file, with its ending
/// @param mediaType what the content is, such as `image/png`
/// @param caption a sentence that stands over the file
/// @param description what there is to see, for those who cannot see it; may be empty
public record Upload(
    String name, String mediaType, byte[] content, String caption, String description) {

  public Upload {
    Checks.filled("name", name);
    Checks.filled("mediaType", mediaType);
    Checks.filled("caption", caption);
    if (content.length == 0) {
      throw new IllegalArgumentException("the file is empty");
    }
  }
}
