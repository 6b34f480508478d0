/* syncer: a thread that syncs when it is asked.
 * SPDX-License-Identifier: BSD-2-Clause */
#include "location/syncer.h"
#include <signal.h>

static void *work(void *user)
{
	struct syncer *s = user;
	pthread_mutex_lock(&s->lock);
	while (!s->stop) {
		if (!s->asked) {
			pthread_cond_wait(&s->changed, &s->lock);
			continue;
		}
		s->asked = false;
		pthread_mutex_unlock(&s->lock);
		int e = mdb_env_sync(s->env, 1);
		pthread_mutex_lock(&s->lock);
		if (e)
			s->error = e;
	}
	pthread_mutex_unlock(&s->lock);
	return NULL;
}

bool syncer_start(struct syncer *s, MDB_env *env)
{
	sigset_t all, old;
	*s = (struct syncer){ .env = env };
	pthread_mutex_init(&s->lock, NULL);
	pthread_cond_init(&s->changed, NULL);
	/* signals are the keeper's */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	s->started = pthread_create(&s->thread, NULL, work, s) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return s->started;
}

void syncer_ask(struct syncer *s)
{
	pthread_mutex_lock(&s->lock);
	s->asked = true;
	pthread_cond_signal(&s->changed);
	pthread_mutex_unlock(&s->lock);
}

int syncer_error(struct syncer *s)
{
	pthread_mutex_lock(&s->lock);
	int e = s->error;
	s->error = 0;
	pthread_mutex_unlock(&s->lock);
	return e;
}

void syncer_end(struct syncer *s)
{
	if (!s->started)
		return;
	pthread_mutex_lock(&s->lock);
	s->stop = true;
	pthread_cond_signal(&s->changed);
	pthread_mutex_unlock(&s->lock);
	pthread_join(s->thread, NULL);
	pthread_cond_destroy(&s->changed);
	pthread_mutex_destroy(&s->lock);
	s->started = false;
}
