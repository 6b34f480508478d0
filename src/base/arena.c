/* arena: blocks of memory that are cut from front to back and freed together.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "base/arena.h"
#include "base/log.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

/* Under AddressSanitizer pieces have a gap behind them, and what is not given out is poisoned: an overrun within a block is
 * found as one of the heap's would be. */
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
enum { GAP = 8, TEXT_ALIGN = 8 };
#else
#define ASAN_POISON_MEMORY_REGION(at, size)   ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
enum { GAP = 0, TEXT_ALIGN = 1 };
#endif

enum { ALIGN = _Alignof(max_align_t), BLOCK_SIZE = 4096 };

struct block {
	struct block *next;
	_Alignas(max_align_t) char data[];
};

struct arena {
	char *at, *end;      /* what is free of the current block */
	struct block *more;  /* all blocks but the first */
	char *start;         /* of what the first block can give */
	size_t first, block; /* sizes of the first block and of those after it */
	size_t total;
	_Alignas(max_align_t) char data[];
};

static void *take_heap(size_t size)
{
	void *memory = malloc(size);
	if (!memory)
		fatal("out of memory (%zu bytes)", size);
	return memory;
}

struct arena *arena_new(size_t block)
{
	block = block ? block : BLOCK_SIZE;
	if (block < sizeof(struct arena) + 64)
		block = sizeof(struct arena) + 64;
	struct arena *a = take_heap(block);
	*a = (struct arena){ .first = block, .block = block, .total = block, .start = a->data };
	a->at = a->start;
	a->end = (char *)a + block;
	ASAN_POISON_MEMORY_REGION(a->at, (size_t)(a->end - a->at));
	return a;
}

void arena_set_block(struct arena *a, size_t block)
{
	a->block = block;
}

static void free_more(struct arena *a)
{
	while (a->more) {
		struct block *next = a->more->next;
		free(a->more);
		a->more = next;
	}
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	free_more(a);
	free(a);
}

void arena_reset(struct arena *a)
{
	free_more(a);
	a->at = a->start;
	a->end = (char *)a + a->first;
	a->total = a->first;
	ASAN_POISON_MEMORY_REGION(a->at, (size_t)(a->end - a->at));
}

/* A piece that the current block has no room for. A large one gets a block of its own, so that the rest of the current
 * block is not lost. */
static char *take_block(struct arena *a, size_t size)
{
	bool own = size > a->block / 4;
	size_t room = own ? sizeof(struct block) + size + GAP : a->block;
	struct block *b = take_heap(room);
	b->next = a->more;
	a->more = b;
	a->total += room;
	size_t data = room - sizeof *b;
	ASAN_POISON_MEMORY_REGION(b->data, data);
	if (!own) {
		a->at = b->data + size + GAP;
		a->end = b->data + data;
	}
	return b->data;
}

static void *take(struct arena *a, size_t size, size_t align)
{
	if (size > PTRDIFF_MAX / 2)
		fatal("out of memory (%zu bytes)", size);
	size_t pad = -(uintptr_t)a->at & (align - 1);
	size_t left = (size_t)(a->end - a->at);
	char *piece;
	if (pad + size + GAP <= left) {
		piece = a->at + pad;
		a->at = piece + size + GAP;
	} else {
		piece = take_block(a, size);
	}
	ASAN_UNPOISON_MEMORY_REGION(piece, size);
	return piece;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return take(a, size, ALIGN);
}

void *arena_zero(struct arena *a, size_t size)
{
	return memset(take(a, size, ALIGN), 0, size);
}

char *arena_text(struct arena *a, size_t size)
{
	return take(a, size, TEXT_ALIGN);
}

struct slice arena_copy(struct arena *a, struct slice s)
{
	return arena_join(a, s, slice(NULL, 0));
}

struct slice arena_join(struct arena *a, struct slice first, struct slice second)
{
	char *text = arena_text(a, first.len + second.len + 1);
	if (first.len)
		memcpy(text, first.at, first.len);
	if (second.len)
		memcpy(text + first.len, second.at, second.len);
	text[first.len + second.len] = 0;
	return slice(text, first.len + second.len);
}

struct slice arena_printf(struct arena *a, const char *format, ...)
{
	char small[256];
	va_list args;
	va_start(args, format);
	int len = vsnprintf(small, sizeof small, format, args);
	va_end(args);
	if (len < 0)
		fatal("cannot format \"%s\"", format);
	if ((size_t)len < sizeof small)
		return arena_copy(a, slice(small, (size_t)len));
	char *text = arena_text(a, (size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return slice(text, (size_t)len);
}

size_t arena_size(const struct arena *a)
{
	return a->total;
}
