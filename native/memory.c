// Copying and comparing bytes, for static programs on x86-64: the C library that these are linked with moves a few bytes
// by an instruction made for many, and compares one byte at a time. Most of what a report copies and compares is a
// name or a short text.

#include <emmintrin.h>
#include <stddef.h>
#include <stdint.h>

typedef uint16_t __attribute__((may_alias, aligned(1))) two;
typedef uint32_t __attribute__((may_alias, aligned(1))) four;
typedef uint64_t __attribute__((may_alias, aligned(1))) eight;

#define LOAD(from) _mm_loadu_si128((const __m128i *)(from))
#define STORE(to, bytes) _mm_storeu_si128((__m128i *)(to), bytes)

// From here on the processor's own loop is as good as any.
static const size_t LONG = 2048;

// Both ends of a few bytes are read before either is written, so that the places may overlap.
static inline void move_few(unsigned char *to, const unsigned char *from, size_t count) {
    if (count >= 8) {
        uint64_t first = *(const eight *)from, last = *(const eight *)(from + count - 8);
        *(eight *)to = first;
        *(eight *)(to + count - 8) = last;
    } else if (count >= 4) {
        uint32_t first = *(const four *)from, last = *(const four *)(from + count - 4);
        *(four *)to = first;
        *(four *)(to + count - 4) = last;
    } else if (count >= 2) {
        uint16_t first = *(const two *)from, last = *(const two *)(from + count - 2);
        *(two *)to = first;
        *(two *)(to + count - 2) = last;
    } else if (count == 1) {
        *to = *from;
    }
}

static inline void move_some(unsigned char *to, const unsigned char *from, size_t count) {
    __m128i first = LOAD(from), last = LOAD(from + count - 16);
    if (count > 32) {
        __m128i second = LOAD(from + 16), last_but_one = LOAD(from + count - 32);
        STORE(to + 16, second);
        STORE(to + count - 32, last_but_one);
    }
    STORE(to, first);
    STORE(to + count - 16, last);
}

static void move_many(unsigned char *to, const unsigned char *from, size_t count) {
    if ((size_t)(to - from) >= count) {
        if (count >= LONG) {
            __asm__ volatile("rep movsb" : "+D"(to), "+S"(from), "+c"(count) : : "memory");
            return;
        }
        __m128i last = LOAD(from + count - 16);
        unsigned char *end = to + count - 16;
        for (; to < end; to += 16, from += 16) {
            STORE(to, LOAD(from));
        }
        STORE(end, last);
    } else {
        __m128i first = LOAD(from);
        for (size_t left = count; left > 16; left -= 16) {
            STORE(to + left - 16, LOAD(from + left - 16));
        }
        STORE(to, first);
    }
}

void *memmove(void *to, const void *from, size_t count) {
    if (count <= 16) {
        move_few(to, from, count);
    } else if (count <= 64) {
        move_some(to, from, count);
    } else {
        move_many(to, from, count);
    }
    return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t count) {
    return memmove(to, from, count);
}

static inline int differ(uint64_t one, uint64_t other) {
    one = __builtin_bswap64(one);
    other = __builtin_bswap64(other);
    return one < other ? -1 : 1;
}

int memcmp(const void *left, const void *right, size_t count) {
    const unsigned char *one = left, *other = right;
    for (; count >= 8; one += 8, other += 8, count -= 8) {
        uint64_t a = *(const eight *)one, b = *(const eight *)other;
        if (a != b) {
            return differ(a, b);
        }
    }
    for (; count > 0; one += 1, other += 1, count -= 1) {
        if (*one != *other) {
            return *one - *other;
        }
    }
    return 0;
}

int bcmp(const void *left, const void *right, size_t count) {
    return memcmp(left, right, count);
}
