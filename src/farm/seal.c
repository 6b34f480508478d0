/* seal: keyed hashes between the servers of a farm.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "farm/seal.h"
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdio.h>

enum { BLOCK = 64 };

static bool digest(
	const unsigned char *pad, const struct slice *part, int n, bool lengths, unsigned char *out)
{
	EVP_MD_CTX *md = EVP_MD_CTX_new();
	bool well =
		md && EVP_DigestInit_ex(md, EVP_sha256(), NULL) == 1 && EVP_DigestUpdate(md, pad, BLOCK) == 1;
	for (int i = 0; i < n && well; i++) {
		unsigned char len[4] = { (unsigned char)(part[i].len >> 24),
			(unsigned char)(part[i].len >> 16), (unsigned char)(part[i].len >> 8),
			(unsigned char)part[i].len };
		well = (!lengths || EVP_DigestUpdate(md, len, sizeof len) == 1) &&
		       EVP_DigestUpdate(md, part[i].len ? part[i].at : "", part[i].len) == 1;
	}
	well = well && EVP_DigestFinal_ex(md, out, NULL) == 1;
	EVP_MD_CTX_free(md);
	return well;
}

void seal_make(struct slice secret, const struct slice *part, int n, unsigned char out[SEAL_BYTES])
{
	unsigned char key[BLOCK] = { 0 }, inner[BLOCK], outer[BLOCK], first[SEAL_BYTES] = { 0 };
	if (secret.len > BLOCK)
		(void)EVP_Digest(secret.at, secret.len, key, NULL, EVP_sha256(), NULL);
	else if (secret.len)
		memcpy(key, secret.at, secret.len);
	for (int i = 0; i < BLOCK; i++) {
		inner[i] = key[i] ^ 0x36;
		outer[i] = key[i] ^ 0x5c;
	}
	memset(out, 0, SEAL_BYTES);
	if (digest(inner, part, n, true, first)) {
		struct slice whole = slice((const char *)first, sizeof first);
		(void)digest(outer, &whole, 1, false, out);
	}
}

bool seal_same(const unsigned char *a, const unsigned char *b, size_t len)
{
	return CRYPTO_memcmp(a, b, len) == 0;
}

struct slice seal_probe(struct slice secret, struct slice farm, struct slice call_id, char *text, size_t size)
{
	const struct slice parts[] = { SLICE("probe"), farm, call_id };
	unsigned char seal[SEAL_BYTES];
	seal_make(secret, parts, 3, seal);
	int n = snprintf(text, size, "%.*s ", SLICE_FMT(farm));
	for (int i = 0; i < SEAL_BYTES && n > 0 && (size_t)n + 2 < size; i++)
		n += snprintf(text + n, size - (size_t)n, "%02x", seal[i]);
	return slice(text, n > 0 && (size_t)n < size ? (size_t)n : 0);
}
