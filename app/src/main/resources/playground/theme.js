// Runs before the first paint, so that a chosen theme never flashes. Without a choice the system's holds.
try {
  const theme = localStorage.getItem("tiller.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
