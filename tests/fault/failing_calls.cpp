// SPDX-License-Identifier: Apache-2.0
// Loaded before the program (LD_PRELOAD): makes system calls on files fail, to see what the program makes of
// that.
//   FAULT_UNDER   only files whose path begins so
//   FAULT_CALLS   which calls: r (read), w (write), s (sync), t (truncate), o (open), u (unlink and rename)
//   FAULT_AT      the call that fails, counted from 1 over those calls; 0: none
//   FAULT_ERRNO   what it fails with
//   FAULT_STAYS   1: all calls behind it fail, too
//   FAULT_COUNT   a file that gets the number of calls at the end
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

const char* setting(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

struct Settings {
  const char* under = setting("FAULT_UNDER");
  const char* calls = setting("FAULT_CALLS");
  long at = std::atol(setting("FAULT_AT"));
  int error = std::atoi(setting("FAULT_ERRNO"));
  bool stays = *setting("FAULT_STAYS") == '1';
};

const Settings& settings() {
  static const Settings all;
  return all;
}

std::atomic<long> calls{0};

struct Count {
  ~Count() {
    const char* path = setting("FAULT_COUNT");
    if (*path == 0) return;
    if (std::FILE* file = std::fopen(path, "w")) {
      std::fprintf(file, "%ld\n", calls.load());
      std::fclose(file);
    }
  }
} count;

bool is_under(const char* path) {
  return *settings().under != 0 && std::strncmp(path, settings().under, std::strlen(settings().under)) == 0;
}

/// True when this call shall fail; errno says with what.
bool fails(char kind, const char* path) {
  if (std::strchr(settings().calls, kind) == nullptr || !is_under(path)) return false;
  const long number = ++calls;
  if (settings().at == 0 || number < settings().at || (number > settings().at && !settings().stays))
    return false;
  errno = settings().error;
  return true;
}

bool fails(char kind, int file) {
  if (std::strchr(settings().calls, kind) == nullptr) return false;
  char link[40], path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t size = ::readlink(link, path, sizeof path - 1);
  if (size <= 0) return false;
  path[size] = 0;
  return fails(kind, path);
}

template <typename Function>
Function* real(Function*, const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

// A function of the system under its own name: fails when its turn has come, else does what it does.
#define OVER(result, name, kind, file, parameters, ...)       \
  extern "C" result name parameters {                         \
    if (fails(kind, file)) return -1;                         \
    static auto* const next = real(decltype(&name){}, #name); \
    return next(__VA_ARGS__);                                 \
  }

OVER(ssize_t, read, 'r', file, (int file, void* bytes, std::size_t size), file, bytes, size)
OVER(ssize_t, pread, 'r', file, (int file, void* bytes, std::size_t size, off_t at), file, bytes, size, at)
OVER(ssize_t, pread64, 'r', file, (int file, void* bytes, std::size_t size, off64_t at), file, bytes, size,
     at)
OVER(ssize_t, write, 'w', file, (int file, const void* bytes, std::size_t size), file, bytes, size)
OVER(ssize_t, writev, 'w', file, (int file, const iovec* parts, int number), file, parts, number)
OVER(ssize_t, pwrite, 'w', file, (int file, const void* bytes, std::size_t size, off_t at), file, bytes, size,
     at)
OVER(ssize_t, pwrite64, 'w', file, (int file, const void* bytes, std::size_t size, off64_t at), file, bytes,
     size, at)
OVER(int, fsync, 's', file, (int file), file)
OVER(int, fdatasync, 's', file, (int file), file)
OVER(int, ftruncate, 't', file, (int file, off_t size) noexcept, file, size)
OVER(int, ftruncate64, 't', file, (int file, off64_t size) noexcept, file, size)
OVER(int, unlink, 'u', path, (const char* path) noexcept, path)
OVER(int, rename, 'u', from, (const char* from, const char* to) noexcept, from, to)

// Those that may have one argument more.
#define OVER_OPEN(name)                                                               \
  extern "C" int name(const char* path, int flags, ...) {                             \
    std::va_list rest;                                                                \
    va_start(rest, flags);                                                            \
    const bool has_mode = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE; \
    const unsigned mode = has_mode ? va_arg(rest, unsigned) : 0;                      \
    va_end(rest);                                                                     \
    if (fails('o', path)) return -1;                                                  \
    static auto* const next = real(decltype(&name){}, #name);                         \
    return next(path, flags, mode);                                                   \
  }

OVER_OPEN(open)
OVER_OPEN(open64)
