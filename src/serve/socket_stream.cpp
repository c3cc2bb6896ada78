// SPDX-License-Identifier: Apache-2.0
#include "serve/socket_stream.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace entente::serve {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kWriteTime{10};
constexpr std::chrono::milliseconds kLastWords{200};
constexpr std::size_t kMostLastWords = std::size_t{1} << 22;

}  // namespace

SocketStream::SocketStream(socket_t socket, std::size_t most_bytes, std::chrono::milliseconds time)
    : socket_(socket), left_(most_bytes), deadline_(Clock::now() + time) {}

bool SocketStream::wait_for(short events, Clock::time_point until) const {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    pollfd one{socket_, events, 0};
    const int ready = ::poll(&one, 1, static_cast<int>(std::max<long long>(left, 0)));
    if (ready > 0) return true;
    if (ready == 0 || errno != EINTR) return false;
  }
}

bool SocketStream::is_readable() const {
  return begin_ < end_ || wait_for(POLLIN, deadline_);
}

bool SocketStream::is_writable() const {
  return wait_for(POLLOUT, Clock::now() + kWriteTime);
}

ssize_t SocketStream::read(char* to, std::size_t size) {
  if (begin_ == end_) {
    if (left_ == 0 || !wait_for(POLLIN, deadline_)) return -1;
    const ssize_t got = ::recv(socket_, buffer_.data(), std::min(buffer_.size(), left_), 0);
    if (got <= 0) return got;
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
    left_ -= end_;
  }
  const std::size_t taken = std::min(size, end_ - begin_);
  std::copy_n(buffer_.data() + begin_, taken, to);
  begin_ += taken;
  return static_cast<ssize_t>(taken);
}

ssize_t SocketStream::write(const char* from, std::size_t size) {
  if (!is_writable()) return -1;
  return ::send(socket_, from, size, MSG_NOSIGNAL);
}

void SocketStream::get_remote_ip_and_port(std::string&, int&) const {}
void SocketStream::get_local_ip_and_port(std::string&, int&) const {}

void SocketStream::finish() {
  ::shutdown(socket_, SHUT_WR);
  const auto until = Clock::now() + kLastWords;
  std::size_t taken = 0;
  while (taken < kMostLastWords && wait_for(POLLIN, until)) {
    const ssize_t got = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
    if (got <= 0) return;
    taken += static_cast<std::size_t>(got);
  }
}

}  // namespace entente::serve
