// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <cstddef>

namespace entente::serve {

/// One connection for one request: what is read has a limit in bytes and one deadline for all of it, so that
/// a client that sends slowly, or without end, holds a thread only so long. Does not own the socket.
class SocketStream : public httplib::Stream {
 public:
  SocketStream(socket_t socket, std::size_t most_bytes, std::chrono::milliseconds time);

  [[nodiscard]] bool is_readable() const override;
  [[nodiscard]] bool is_writable() const override;
  [[nodiscard]] ssize_t read(char* to, std::size_t size) override;
  [[nodiscard]] ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  [[nodiscard]] socket_t socket() const override { return socket_; }

  /// Says that nothing more will be written and takes what the client still sends for a moment: else an
  /// answer to a request that was not read whole would be lost.
  void finish();

 private:
  [[nodiscard]] bool wait_for(short events, std::chrono::steady_clock::time_point until) const;

  socket_t socket_;
  std::size_t left_;
  std::chrono::steady_clock::time_point deadline_;
  std::array<char, 4096> buffer_{};
  std::size_t begin_ = 0, end_ = 0;  // of what is in the buffer and was not taken yet
};

}  // namespace entente::serve
