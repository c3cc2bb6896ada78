// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace entente::store {

namespace {

constexpr int kBusyTimeoutMs = 10000;

Error make_error(int code, std::string_view detail, const std::string& file) {
  Error error{ErrorKind::input_output, {}, Place{file}, {}};
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      error.kind = ErrorKind::data;
      error.message = "the graph file is damaged or cut short";
      error.hint = "build it anew from the documents";
      break;
    case SQLITE_FULL:
      error.message = "the disk is full";
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      error.message = "the graph file is in use by another process";
      error.hint = "try again when that has ended";
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      error.message = "the graph file cannot be written: it or its folder is read-only";
      break;
    case SQLITE_CANTOPEN:
      error.message = "the graph file cannot be opened";
      break;
    case SQLITE_IOERR:
      error.message = "the graph file cannot be read or written: " + std::string(detail);
      break;
    case SQLITE_TOOBIG:
      error.kind = ErrorKind::limit;
      error.message = "a text is longer than a graph file can hold";
      break;
    default:
      error.kind = ErrorKind::data;
      error.message = "the graph file refused a step: " + std::string(detail);
  }
  return error;
}

int open_flags(Access access) {
  constexpr int kCommon = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  switch (access) {
    case Access::write_or_create:
      return kCommon | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Access::read_unchanging:
      return kCommon | SQLITE_OPEN_READONLY;
    case Access::read:
      break;
  }
  return kCommon | SQLITE_OPEN_READWRITE;
}

/// The file name as a URI, so that no name is taken for one by accident and "immutable" can be said.
std::string uri_of(const std::string& file, Access access) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::error_code code;
  const std::string absolute = std::filesystem::absolute(file, code).string();
  std::string uri = "file://";
  for (const char c : code ? file : absolute) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#') {
      uri += '%';
      uri += kHex[byte >> 4U];
      uri += kHex[byte & 15U];
    } else {
      uri += c;
    }
  }
  if (access == Access::read_unchanging) uri += "?immutable=1";
  return uri;
}

}  // namespace

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Statement::note(int code) {
  if (code != SQLITE_OK && failure_ == SQLITE_OK) failure_ = code;
}

Statement& Statement::bind(std::string_view text) {
  const char* bytes = text.data() == nullptr ? "" : text.data();
  note(sqlite3_bind_text64(statement_.get(), ++parameter_, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  note(sqlite3_bind_int64(statement_.get(), ++parameter_, number));
  return *this;
}

Statement& Statement::bind(double number) {
  note(sqlite3_bind_double(statement_.get(), ++parameter_, number));
  return *this;
}

Statement& Statement::bind_null() {
  note(sqlite3_bind_null(statement_.get(), ++parameter_));
  return *this;
}

Statement& Statement::bind_bytes(std::string_view bytes) {
  const char* data = bytes.data() == nullptr ? "" : bytes.data();
  note(sqlite3_bind_blob64(statement_.get(), ++parameter_, data, bytes.size(), SQLITE_STATIC));
  return *this;
}

Result<bool> Statement::step() {
  const int code = failure_ != SQLITE_OK ? failure_ : sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  Error error;
  if (code != SQLITE_DONE)
    error = make_error(code, sqlite3_errmsg(sqlite3_db_handle(statement_.get())), *file_);
  reset();
  if (code == SQLITE_DONE) return false;
  return fail(std::move(error));
}

Status Statement::run() {
  const auto row = step();
  if (!row) return fail(row.error());
  reset();
  return {};
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  parameter_ = 0;
  failure_ = SQLITE_OK;
}

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (data == nullptr) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

double Statement::real(int column) const {
  return sqlite3_column_double(statement_.get(), column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Database::Closer::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

Database::Database(sqlite3* connection, std::string file)
    : file_(std::make_unique<std::string>(std::move(file))), connection_(connection) {}

Result<Database> Database::open(const std::string& file, Access access) {
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(uri_of(file, access).c_str(), &connection, open_flags(access), nullptr);
  Database database(connection, file);  // also closes what was half opened
  if (code != SQLITE_OK) return fail(make_error(code, sqlite3_errmsg(connection), file));
  sqlite3_busy_timeout(connection, kBusyTimeoutMs);
  return database;
}

Status Database::execute(const char* sql) const {
  const int code = sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return fail(make_error(code, sqlite3_errmsg(connection_.get()), *file_));
  return {};
}

Result<Statement> Database::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  if (code != SQLITE_OK) return fail(make_error(code, sqlite3_errmsg(connection_.get()), *file_));
  return Statement(statement, file_.get());
}

std::int64_t Database::last_row_id() const {
  return sqlite3_last_insert_rowid(connection_.get());
}

bool Database::write_protected() const {
  return sqlite3_db_readonly(connection_.get(), "main") == 1;
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(connection_.get()) == 0;
}

Result<Transaction> Transaction::begin(const Database& database, Kind kind) {
  if (auto begun = database.execute(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN"); !begun)
    return fail(begun.error());
  return Transaction(database);
}

Status Transaction::commit() {
  auto committed = database_->execute("COMMIT");
  if (committed) database_ = nullptr;
  return committed;
}

Transaction::~Transaction() {
  // SQLite itself has taken some failed transactions back already; what fails here is taken back when the
  // file is next opened.
  if (database_ != nullptr && database_->in_transaction()) static_cast<void>(database_->execute("ROLLBACK"));
}

}  // namespace entente::store
