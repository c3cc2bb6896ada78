// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace entente::store {

enum class Access {
  read,             ///< with the right to tidy up behind a killed writer, where the system grants it
  read_unchanging,  ///< no locks: for a file that nobody can change
  write_or_create,
};

/// One prepared statement. Bound text is not copied: it must live until the next step has been taken.
class Statement {
 public:
  /// Sets the next parameter, in order; a failure comes back from the step that follows.
  Statement& bind(std::string_view text);
  Statement& bind(std::int64_t number);
  Statement& bind(double number);
  Statement& bind_null();
  Statement& bind_bytes(std::string_view bytes);

  /// True when there is a row to look at, false at the end; the statement is then ready to be bound again.
  [[nodiscard]] Result<bool> step();
  /// Takes the one step of a statement that gives no rows.
  [[nodiscard]] Status run();

  /// Columns of the current row, from 0. A view lives until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view bytes(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] bool is_null(int column) const;

  /// Gives up the rows not yet looked at.
  void reset();

 private:
  friend class Database;
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  Statement(sqlite3_stmt* statement, const std::string* file) : statement_(statement), file_(file) {}
  void note(int code);

  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  const std::string* file_;  // of the Database
  int parameter_ = 0;
  int failure_ = 0;
};

/// A connection to one SQLite file: the thin skin over the C interface, the only place with result codes.
/// Every error names the file: input_output for locks, full disks and write protection, data for damage.
class Database {
 public:
  [[nodiscard]] static Result<Database> open(const std::string& file, Access access);

  [[nodiscard]] Status execute(const char* sql) const;
  [[nodiscard]] Result<Statement> prepare(std::string_view sql) const;

  [[nodiscard]] std::int64_t last_row_id() const;
  [[nodiscard]] bool write_protected() const;
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] const std::string& file() const { return *file_; }

 private:
  struct Closer {
    void operator()(sqlite3* connection) const;
  };
  Database(sqlite3* connection, std::string file);

  std::unique_ptr<std::string> file_;  // stays where it is when the Database moves: statements point to it
  std::unique_ptr<sqlite3, Closer> connection_;
};

/// A transaction that is taken back unless it was committed.
class Transaction {
 public:
  enum class Kind { read, write };  ///< write waits for other writers at once and not half-way
  [[nodiscard]] static Result<Transaction> begin(const Database& database, Kind kind);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  [[nodiscard]] Status commit();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}
  const Database* database_;  // null: over
};

}  // namespace entente::store
