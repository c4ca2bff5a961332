/* A disk that fails when told to, and that remembers what it was told to write.
 *
 * Loaded before the C library, it watches the files under one folder. It can make the n-th call
 * of a kind fail, and it can write down every change, so that the state after a power cut can be
 * made from it. Built by tools/disk/__init__.py; Linux only.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE, SYNC, RENAME, READ, CREATE, REMOVE, KINDS };
#define MOST_FILES 65536

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char folder[PATH_MAX];
static size_t folder_length;
static char watched[MOST_FILES]; /* 1 = a file under the folder, 2 = a folder */
static int fault_kind = -1, fault_errno, fault_lasts;
static long fault_at, counts[KINDS];
static int record = -1;

#define REAL(type, name, ...) \
    static type (*real_##name)(__VA_ARGS__); \
    if (!real_##name) real_##name = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static ssize_t really_write(int file, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    return real_write(file, data, size);
}

/* What tests and harnesses call ------------------------------------------------------------ */

void disk_watch(const char *path) {
    snprintf(folder, sizeof folder, "%s", path);
    folder_length = strlen(folder);
    memset(watched, 0, sizeof watched);
    memset(counts, 0, sizeof counts);
}

void disk_fail(int kind, long at, int error, int lasts) {
    memset(counts, 0, sizeof counts);
    fault_kind = kind;
    fault_at = at;
    fault_errno = error;
    fault_lasts = lasts;
}

long disk_count(int kind) { return counts[kind]; }

void disk_record(int file) { record = file; }

/* A line for each change: what, number of the file, two numbers, then two texts by their length. */
static void note(char what, uint64_t inode, int64_t a, int64_t b, const void *one, uint32_t size,
                 const char *two) {
    if (record < 0) return;
    int kept = errno;
    uint32_t more = two ? strlen(two) : 0;
    char head[33];
    head[0] = what;
    memcpy(head + 1, &inode, 8);
    memcpy(head + 9, &a, 8);
    memcpy(head + 17, &b, 8);
    memcpy(head + 25, &size, 4);
    memcpy(head + 29, &more, 4);
    really_write(record, head, sizeof head);
    if (size) really_write(record, one, size);
    if (more) really_write(record, two, more);
    errno = kept;
}

void disk_mark(const char *words) { note('!', 0, 0, 0, words, strlen(words), 0); }

/* What is asked at each call ------------------------------------------------------------------ */

/* What a disk that stays full, or was made read-only, refuses from then on. */
static int refused_for_good(int kind) {
    if (fault_errno == ENOSPC) return kind == WRITE || kind == CREATE;
    if (fault_errno == EROFS) return kind != READ && kind != SYNC;
    return kind == fault_kind;
}

static int fails(int kind) {
    long number = ++counts[kind];
    int now = kind == fault_kind && number == fault_at;
    int before = fault_kind >= 0 && counts[fault_kind] >= fault_at;
    if (!now && !(fault_lasts && before && refused_for_good(kind))) return 0;
    errno = fault_errno;
    return 1;
}

static int is_ours(int file) { return file >= 0 && file < MOST_FILES && watched[file]; }

static void full_path(int at, const char *path, char *out) {
    char base[PATH_MAX] = "";
    if (path[0] == '/') {
        snprintf(out, PATH_MAX, "%s", path);
        return;
    }
    if (at == AT_FDCWD) {
        if (!getcwd(base, sizeof base)) base[0] = 0;
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, base, sizeof base - 1);
        base[length > 0 ? length : 0] = 0;
    }
    if (snprintf(out, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) out[0] = 0;
}

static int ours(int at, const char *path, char *out) {
    if (!folder_length || !path) return 0;
    full_path(at, path, out);
    return !strncmp(out, folder, folder_length) &&
           (out[folder_length] == '/' || out[folder_length] == 0);
}

static uint64_t number_of(int file) {
    struct stat found;
    return fstat(file, &found) ? 0 : found.st_ino;
}

static uint64_t number_at(const char *path) {
    struct stat found;
    return lstat(path, &found) ? 0 : found.st_ino;
}

/* Opening and closing ---------------------------------------------------------------------- */

static int opened(int at, const char *path, int flags, mode_t mode) {
    REAL(int, openat, int, const char *, int, ...);
    char whole[PATH_MAX];
    if (!ours(at, path, whole)) return real_openat(at, path, flags, mode);
    pthread_mutex_lock(&lock);
    int is_new = (flags & O_CREAT) && !number_at(whole);
    int file = -1;
    if (!is_new || !fails(CREATE)) file = real_openat(at, path, flags, mode);
    if (file >= 0 && file < MOST_FILES) {
        struct stat found;
        fstat(file, &found);
        watched[file] = S_ISDIR(found.st_mode) ? 2 : 1;
        if (is_new) note('C', found.st_ino, 0, 0, whole, strlen(whole), 0);
        else if (flags & O_TRUNC) note('T', found.st_ino, 0, 0, 0, 0, 0);
    }
    pthread_mutex_unlock(&lock);
    return file;
}

#define MODE \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    }

int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int creat(const char *path, mode_t mode) {
    return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int close(int file) {
    REAL(int, close, int);
    if (file >= 0 && file < MOST_FILES) watched[file] = 0;
    return real_close(file);
}

/* Reading and writing ----------------------------------------------------------------------- */

#define READS(call) \
    if (!is_ours(file)) return call; \
    pthread_mutex_lock(&lock); \
    ssize_t done = fails(READ) ? -1 : call; \
    pthread_mutex_unlock(&lock); \
    return done;

#define WRITES(call, place, data) \
    if (!is_ours(file)) return call; \
    pthread_mutex_lock(&lock); \
    off_t at = place; \
    ssize_t done = fails(WRITE) ? -1 : call; \
    if (done > 0) note('W', number_of(file), at, done, data, done, 0); \
    pthread_mutex_unlock(&lock); \
    return done;

static off_t place_of(int file) {
    struct stat found;
    if ((fcntl(file, F_GETFL) & O_APPEND) && !fstat(file, &found)) return found.st_size;
    return lseek(file, 0, SEEK_CUR);
}

ssize_t read(int file, void *data, size_t size) {
    REAL(ssize_t, read, int, void *, size_t);
    READS(real_read(file, data, size))
}
ssize_t pread(int file, void *data, size_t size, off_t from) {
    REAL(ssize_t, pread, int, void *, size_t, off_t);
    READS(real_pread(file, data, size, from))
}
ssize_t pread64(int file, void *data, size_t size, off64_t from) {
    REAL(ssize_t, pread, int, void *, size_t, off_t);
    READS(real_pread(file, data, size, from))
}
ssize_t write(int file, const void *data, size_t size) {
    REAL(ssize_t, write, int, const void *, size_t);
    WRITES(real_write(file, data, size), place_of(file), data)
}
ssize_t pwrite(int file, const void *data, size_t size, off_t to) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    WRITES(real_pwrite(file, data, size, to), to, data)
}
ssize_t pwrite64(int file, const void *data, size_t size, off64_t to) {
    REAL(ssize_t, pwrite, int, const void *, size_t, off_t);
    WRITES(real_pwrite(file, data, size, to), to, data)
}
/* what copies within the kernel: told to be done by reading and writing */
ssize_t sendfile(int to, int from, off_t *place, size_t size) {
    REAL(ssize_t, sendfile, int, int, off_t *, size_t);
    if (!is_ours(to) && !is_ours(from)) return real_sendfile(to, from, place, size);
    errno = ENOSYS;
    return -1;
}
ssize_t sendfile64(int to, int from, off64_t *place, size_t size) {
    return sendfile(to, from, place, size);
}
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t size, unsigned flags) {
    REAL(ssize_t, copy_file_range, int, off64_t *, int, off64_t *, size_t, unsigned);
    if (!is_ours(to) && !is_ours(from)) return real_copy_file_range(from, a, to, b, size, flags);
    errno = ENOSYS;
    return -1;
}

#define CHANGES(kind, call, noted) \
    pthread_mutex_lock(&lock); \
    int done = fails(kind) ? -1 : call; \
    if (!done) noted; \
    pthread_mutex_unlock(&lock); \
    return done;

int ftruncate(int file, off_t size) {
    REAL(int, ftruncate, int, off_t);
    if (!is_ours(file)) return real_ftruncate(file, size);
    CHANGES(WRITE, real_ftruncate(file, size), note('T', number_of(file), size, 0, 0, 0, 0))
}
int ftruncate64(int file, off64_t size) { return ftruncate(file, size); }
int posix_fallocate(int file, off_t from, off_t size) {
    REAL(int, posix_fallocate, int, off_t, off_t);
    return is_ours(file) ? EINVAL : real_posix_fallocate(file, from, size);
}
int fsync(int file) {
    REAL(int, fsync, int);
    if (!is_ours(file)) return real_fsync(file);
    CHANGES(SYNC, real_fsync(file), note('S', number_of(file), watched[file], 0, 0, 0, 0))
}
int fdatasync(int file) {
    REAL(int, fdatasync, int);
    if (!is_ours(file)) return real_fdatasync(file);
    CHANGES(SYNC, real_fdatasync(file), note('S', number_of(file), watched[file], 0, 0, 0, 0))
}

/* Names --------------------------------------------------------------------------------------- */

static int renamed(int from_at, const char *from, int to_at, const char *to) {
    REAL(int, renameat, int, const char *, int, const char *);
    char a[PATH_MAX], b[PATH_MAX];
    int one = ours(from_at, from, a), other = ours(to_at, to, b);
    if (!one && !other) return real_renameat(from_at, from, to_at, to);
    CHANGES(RENAME, real_renameat(from_at, from, to_at, to),
            note('R', number_at(b), 0, 0, a, strlen(a), b))
}
int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int at, const char *from, int to_at, const char *to) {
    return renamed(at, from, to_at, to);
}
int linkat(int from_at, const char *from, int to_at, const char *to, int flags) {
    REAL(int, linkat, int, const char *, int, const char *, int);
    char b[PATH_MAX];
    if (!ours(to_at, to, b)) return real_linkat(from_at, from, to_at, to, flags);
    CHANGES(CREATE, real_linkat(from_at, from, to_at, to, flags),
            note('L', number_at(b), 0, 0, b, strlen(b), 0))
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
int unlinkat(int at, const char *path, int flags) {
    REAL(int, unlinkat, int, const char *, int);
    char whole[PATH_MAX];
    if (!ours(at, path, whole)) return real_unlinkat(at, path, flags);
    CHANGES(REMOVE, real_unlinkat(at, path, flags), note('U', 0, 0, 0, whole, strlen(whole), 0))
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int mkdirat(int at, const char *path, mode_t mode) {
    REAL(int, mkdirat, int, const char *, mode_t);
    char whole[PATH_MAX];
    if (!ours(at, path, whole)) return real_mkdirat(at, path, mode);
    CHANGES(CREATE, real_mkdirat(at, path, mode),
            note('M', number_at(whole), 0, 0, whole, strlen(whole), 0))
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
