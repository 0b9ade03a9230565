package dev.tiller.core.chat;

/// A conversation on a chat platform: where a request came from and where its answers go.
///
/// @param workspace the Slack team id or the Teams tenant id
/// @param channel the channel or chat, without any thread part
/// @param root the id of the thread's first message; in chats without threads (Teams personal and
///   group chats) the channel again
public record ChatThread(Platform platform, String workspace, String channel, String root) {

  public ChatThread {
    Checks.filled("workspace", workspace);
    Checks.filled("channel", channel);
    Checks.filled("root", root);
  }
}
