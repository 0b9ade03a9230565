package dev.tiller.app.distribution;

import dev.tiller.app.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders and jars on this process's class path, without what holds tests.
///
/// @param all in their order
record Parts(List<Path> all) {

  static Parts ofThisProcess() {
    var path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new Parts(
        Stream.of(path.split(File.pathSeparator, -1))
            .filter(it -> !it.isEmpty())
            .map(it -> Path.of(it).toAbsolutePath().normalize())
            .filter(it -> Files.exists(it) && !ofTests(it))
            .toList());
  }

  private static boolean ofTests(Path part) {
    return part.getFileName().toString().endsWith("-tests.jar")
        || part.endsWith("test-classes")
        || part.endsWith(Path.of("src", "test", "resources"));
  }

  /// Changes when one of them does, or Java.
  String state() throws IOException {
    var state = new StringBuilder(System.getProperty("java.home")).append(Runtime.version());
    for (var part : all) {
      try (var files = Files.walk(part)) {
        var newest = files.mapToLong(it -> it.toFile().lastModified()).max().orElse(0);
        state.append('\n').append(part).append(' ').append(newest);
      }
    }
    return state.append('\n').toString();
  }

  /// Makes `tiller.jar`, which names what is beside it in `lib`: folders as jars, jars as links to
  /// them. Only jars can be in an ahead-of-time cache.
  void packInto(Path target) throws IOException {
    var lib = Files.createDirectories(target.resolve("lib"));
    var names = new ArrayList<String>();
    for (var part : all) {
      var name = names.size() + "-" + part.getFileName() + (Files.isDirectory(part) ? ".jar" : "");
      if (Files.isDirectory(part)) {
        pack(part, lib.resolve(name));
      } else {
        Files.createSymbolicLink(lib.resolve(name), part);
      }
      names.add("lib/" + name);
    }
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", names));
    new JarOutputStream(Files.newOutputStream(target.resolve("tiller.jar")), manifest).close();
  }

  private static void pack(Path folder, Path file) throws IOException {
    try (var jar = new JarOutputStream(Files.newOutputStream(file), new Manifest());
        var walk = Files.walk(folder)) {
      jar.setLevel(0);
      for (var one : walk.filter(it -> !it.equals(folder)).toList()) {
        var name = folder.relativize(one).toString().replace(File.separatorChar, '/');
        if (Files.isDirectory(one)) {
          jar.putNextEntry(new JarEntry(name + "/"));
        } else if (!name.equals(JarFile.MANIFEST_NAME)) {
          jar.putNextEntry(new JarEntry(name));
          Files.copy(one, jar);
        }
      }
    }
  }

  /// Deletes a folder, and links in it without what they lead to.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path its, @Nullable IOException failed)
              throws IOException {
            Files.delete(its);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
