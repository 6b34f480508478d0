/* arena: memory with one lifetime; everything in it dies at once.
 * SPDX-License-Identifier: BSD-2-Clause
 *
 * Whoever makes an arena frees it; nobody frees a piece of one. A message's arena, a program's, a check's are the
 * usual ones. Allocation failure is fatal (the process says so and exits): the kernel overcommits, and a worker
 * that died is replaced. */
#ifndef SIPD_BASE_ARENA_H
#define SIPD_BASE_ARENA_H

#include "base/slice.h"

struct arena;

/* A new arena that takes memory from the heap in blocks of at least BLOCK bytes (0: 4 kB). The first block holds the
 * arena itself, so an arena that stays small costs one malloc. */
struct arena *arena_new(size_t block);

/* Makes the blocks behind the first one BLOCK bytes. */
void arena_set_block(struct arena *a, size_t block);

/* Frees A and all that was allocated in it. NULL is ignored. */
void arena_free(struct arena *a);

/* Gives back all but the first block: the arena is as new. */
void arena_reset(struct arena *a);

/* SIZE bytes aligned for any object; not cleared (arena_alloc) or cleared (arena_zero). Never NULL. */
void *arena_alloc(struct arena *a, size_t size);
void *arena_zero(struct arena *a, size_t size);

/* SIZE bytes without alignment, for text. */
char *arena_text(struct arena *a, size_t size);

/* A copy of S in A, with a NUL behind it that is not counted. */
struct slice arena_copy(struct arena *a, struct slice s);

/* printf into A: a slice with a NUL behind it that is not counted. */
struct slice arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A and B, one behind the other, in A. */
struct slice arena_join(struct arena *a, struct slice first, struct slice second);

/* Bytes taken from the heap for A. */
size_t arena_size(const struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_zero((a), sizeof(type)))
/* N is a count that is already known to be sane. */
#define ARENA_ARRAY(a, type, n) ((type *)arena_zero((a), sizeof(type) * (size_t)(n)))

#endif
