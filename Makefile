# sipd, a programmable SIP server.
#
#   make run         on a fresh Debian: install what is missing, build, serve examples/sipd.cfg on port 5060
#   make check       on a fresh Debian: install what is missing, build, run every test
#
#   make             build sipd and sipctl into build/ (runs ./configure when that was not done)
#   make install     install below prefix (see ./configure --help), under DESTDIR when that is set
#   make uninstall   remove what install put there, but the configuration
#   make clean       remove what was built; distclean: what configure wrote too
#   make dist        sipd-VERSION.tar.gz of the last commit
#   make man         build the manual pages into build/man and check them
#
#   make tests           build the test programs
#   make check-headers   each header compiles alone
#   make check-layers    the include rules of the layers hold
#   make check-format    the code is as clang-format wants it
#   make requirements    print which case of the corpus shows which requirement of the RFCs to be met
#   make asan            build everything into build-asan with AddressSanitizer and UBSan; run the tests that need no network
#   make clang           build everything into build-clang with clang
#   make bench           build the benchmarks of tests/bench
#   make fuzz            run each fuzz target for FUZZ_TIME seconds (30)
#   make soak            run the simulation on all cores for SECONDS seconds (60)
#
# Variables: BUILD (where to build), CC, CFLAGS, LDFLAGS, WERROR=1 (warnings are errors), V=1 (show the commands, and of the
# tests every line).

BUILD ?= build
FUZZ_TIME ?= 30
export BUILD

MAKEFLAGS += --no-builtin-rules --no-builtin-variables
.SUFFIXES:
.DELETE_ON_ERROR:
.PHONY: all tests bench run check setup check-headers check-layers check-format requirements asan clang fuzz soak fuzz-programs install uninstall \
	clean distclean dist help man FORCE

all:

# ---- targets that need no configuration ----

JOBS := $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 1))

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

run:
	@packaging/setup run
	@$(MAKE) $(JOBS) --no-print-directory all
	@mkdir -p $(BUILD)/state
	@echo
	@echo "Registrations are kept in $(BUILD)/state; $(BUILD)/sipctl -s $(BUILD)/state/control.sock asks the running server."
	@echo "To register a softphone: any user name, no password, transport UDP, this machine's address as domain and proxy."
	@echo "Stop with Ctrl-C."
	@echo
	@exec $(BUILD)/sipd -f examples/sipd.cfg -o state_dir=$(BUILD)/state -o control=$(BUILD)/state/control.sock

check:
	@packaging/setup check
	@$(MAKE) $(JOBS) --no-print-directory all tests
	@$(MAKE) --no-print-directory run-tests

asan:
	@$(MAKE) $(JOBS) --no-print-directory BUILD=build-asan CFLAGS="$(SANITIZE)" LDFLAGS="$(SANITIZE)" all tests
	@$(MAKE) --no-print-directory BUILD=build-asan CFLAGS="$(SANITIZE)" LDFLAGS="$(SANITIZE)" SUITES="unit corpus" run-tests

SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined

clang:
	@$(MAKE) $(JOBS) --no-print-directory BUILD=build-clang CC=clang all tests

# libFuzzer adds its hooks to everything but its own main.
fuzz:
	@$(MAKE) $(JOBS) --no-print-directory BUILD=build-fuzz CC=clang CFLAGS="$(SANITIZE) -fsanitize=fuzzer-no-link" \
		LDFLAGS="$(SANITIZE)" fuzz-programs
	@tests/fuzz.sh $(FUZZ_TIME)

requirements:
	@tests/rfc/table.sh

soak:
	@$(MAKE) $(JOBS) --no-print-directory $(BUILD)/tests/sim/sim
	@$(BUILD)/tests/sim/sim -t $(or $(SECONDS),60) -j $$(nproc)

clean:
	rm -rf build $(BUILD) build-asan build-clang build-fuzz build-gcc

distclean: clean
	rm -rf sipd-*.tar.gz config.mk config.log config.status autom4te.cache

dist:
	@version=$$(sed -n 's/^AC_INIT(\[sipd\], \[\(.*\)\])/\1/p' configure.ac); \
	git archive --format=tar.gz --prefix=sipd-$$version/ -o sipd-$$version.tar.gz HEAD && echo sipd-$$version.tar.gz

ifneq ($(filter-out help run check requirements asan clang fuzz soak clean distclean dist,$(or $(MAKECMDGOALS),all)),)

include config.mk

config.mk: configure config.mk.in
	./configure

configure: | configure.ac

# ---- what there is ----

LAYERS   := base lang vm sip core location farm actions server
SOURCES  := $(wildcard $(addprefix src/,$(addsuffix /*.c,$(LAYERS))))
HEADERS  := $(wildcard src/*/*.h)
GRAMMAR  := $(BUILD)/grammar/lexer.c $(BUILD)/grammar/parser.c
OBJECTS  := $(SOURCES:%.c=$(BUILD)/%.o) $(GRAMMAR:%.c=%.o)
MAINS    := $(wildcard src/main.c src/sipctl.c)
PROGRAMS := $(patsubst src/sipctl.c,$(BUILD)/sipctl,$(patsubst src/main.c,$(BUILD)/sipd,$(MAINS)))
RUNNER   := $(wildcard tests/run.c tests/runner/*.c)
UNITS    := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/*.c))
BENCHES  := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/bench/*.c))
SIM      := $(wildcard tests/sim/*.c)
FUZZERS  := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/*.c))
CLIENTS  := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/interop/*.c))
TESTS    := $(if $(RUNNER),$(BUILD)/tests/run) $(UNITS) $(CLIENTS) $(if $(SIM),$(BUILD)/tests/sim/sim)
PAGES    := $(patsubst man/%,$(BUILD)/man/%,$(wildcard man/*.[1-8]) $(basename $(wildcard man/*.in)))
LIBRARY  := $(BUILD)/libsipd.a

all: $(LIBRARY) $(PROGRAMS) $(PAGES)
tests: $(TESTS)
fuzz-programs: $(FUZZERS)
bench: $(BENCHES)

# ---- compiling ----

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wswitch -Wvla \
	$(if $(filter-out 0,$(WERROR)),-Werror)
DEFINES  := -D_GNU_SOURCE -DSIPD_VERSION='"$(VERSION)"' -DSIPD_SYSCONFDIR='"$(sysconfdir)"' \
	-DSIPD_LOCALSTATEDIR='"$(localstatedir)"' -DSIPD_RUNSTATEDIR='"$(runstatedir)"'
COMPILE   = $(CC) -std=gnu11 -Isrc -I$(BUILD) $(DEFINES) $(LIBRARY_CFLAGS) $(LAYER_CFLAGS) $(CPPFLAGS) $(CFLAGS)
DEPENDS   = -MMD -MP -MF $(@:.o=.d)
LINK      = $(CC) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed
ALL_LIBS  = $(SOFIA_LIBS) $(LIBRARY_LIBS) -lm $(LIBS)

ifeq ($(filter-out 0,$(V)),)
say = @printf '  %-5s %s\n' $(1) $(2);
else
say =
endif

# sofia-sip's headers can be seen here only, and they and its structs cannot do with strict aliasing.
$(BUILD)/src/sip/%.o: private LAYER_CFLAGS = $(SOFIA_CFLAGS:-I%=-isystem %) -fno-strict-aliasing
# The code of flex and bison is not ours to mend.
$(GRAMMAR:%.c=%.o): private WARNINGS = -Wall -Wno-unused -Wno-sign-compare
$(BUILD)/tests/%.o: private LAYER_CFLAGS = -Itests

# What was built with other options is built again.
quote    = '$(subst ','\'',$(1))'
OPTIONS := $(call quote,$(COMPILE) $(WARNINGS) $(LINK) $(ALL_LIBS))
$(BUILD)/options: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(OPTIONS) | cmp -s - $@ || printf '%s\n' $(OPTIONS) >$@

$(BUILD)/%.o: %.c $(BUILD)/options
	@mkdir -p $(@D)
	$(call say,CC,$<) $(COMPILE) $(WARNINGS) $(DEPENDS) -c -o $@ $<

$(BUILD)/%.o: $(BUILD)/%.c $(BUILD)/options
	@mkdir -p $(@D)
	$(call say,CC,$<) $(COMPILE) $(WARNINGS) $(DEPENDS) -c -o $@ $<

# The header is written with the code; whoever may include it waits for it.
$(BUILD)/grammar/%.c: grammar/%.l
	@mkdir -p $(@D)
	$(call say,FLEX,$<) $(FLEX) --header-file=$(@:.c=.h) -o $@ $<

$(BUILD)/grammar/%.c: grammar/%.y
	@mkdir -p $(@D)
	$(call say,BISON,$<) $(BISON) -Wall -Werror --defines=$(@:.c=.h) -o $@ $<

$(filter $(BUILD)/src/lang/% $(BUILD)/grammar/%,$(OBJECTS)): | $(GRAMMAR)

$(LIBRARY): $(OBJECTS)
	$(call say,AR,$@) rm -f $@; $(AR) rcs $@ $^

$(BUILD)/sipd: $(BUILD)/src/main.o $(LIBRARY)
	$(call say,LINK,$@) $(LINK) -o $@ $^ $(ALL_LIBS)

$(BUILD)/sipctl: $(BUILD)/src/sipctl.o $(LIBRARY)
	$(call say,LINK,$@) $(LINK) -o $@ $^ $(ALL_LIBS)

$(BUILD)/tests/run: $(RUNNER:%.c=$(BUILD)/%.o) $(LIBRARY)
	$(call say,LINK,$@) $(LINK) -o $@ $^ $(ALL_LIBS)

$(BUILD)/tests/sim/sim: $(SIM:%.c=$(BUILD)/%.o) $(LIBRARY)
	$(call say,LINK,$@) $(LINK) -o $@ $^ $(ALL_LIBS)

$(UNITS) $(BENCHES) $(CLIENTS): %: %.o $(LIBRARY)
	$(call say,LINK,$@) $(LINK) -o $@ $^ $(ALL_LIBS)

$(FUZZERS): %: %.o $(LIBRARY)
	$(call say,LINK,$@) $(LINK) -fsanitize=fuzzer -o $@ $^ $(ALL_LIBS)

# The reference chapters of the manual are printed from the tables by a program made for that.
$(BUILD)/man/manual: $(BUILD)/man/manual.o $(LIBRARY)
	$(call say,LINK,$@) $(LINK) -o $@ $^ $(ALL_LIBS)

$(BUILD)/man/%: man/%.in $(BUILD)/man/manual
	$(call say,MAN,$@) sed '$(place)' $< | $(BUILD)/man/manual >$@

$(BUILD)/man/%: man/%
	@mkdir -p $(@D)
	$(call say,MAN,$@) sed '$(place)' $< >$@

.SECONDARY:
-include $(BUILD)/man/manual.d $(OBJECTS:.o=.d) $(MAINS:%.c=$(BUILD)/%.d) $(RUNNER:%.c=$(BUILD)/%.d) $(SIM:%.c=$(BUILD)/%.d) $(addsuffix .d,$(UNITS) $(CLIENTS) $(FUZZERS))

# ---- testing ----

SUITES ?= all
test_environment = CC=$(call quote,$(CC)) COMPILE=$(call quote,$(COMPILE) $(WARNINGS)) SOFIA_CFLAGS="$(SOFIA_CFLAGS)" V="$(V)"

.PHONY: run-tests
run-tests:
	@$(test_environment) tests/check.sh $(SUITES)

check-headers:
	@$(test_environment) tests/check.sh headers

check-layers:
	@$(test_environment) tests/check.sh layers

check-format:
	@$(test_environment) tests/check.sh format

man: $(PAGES)
	@$(test_environment) tests/check.sh man

# ---- installing ----

unitdir     = $(prefix)/lib/systemd/system
sysusersdir = $(prefix)/lib/sysusers.d
tmpfilesdir = $(prefix)/lib/tmpfiles.d
place       = s|@sbindir@|$(sbindir)|g; s|@sysconfdir@|$(sysconfdir)|g; s|@localstatedir@|$(localstatedir)|g; s|@runstatedir@|$(runstatedir)|g

install: all
	install -d $(addprefix $(DESTDIR),$(sbindir) $(docdir)/examples $(unitdir) $(sysusersdir) $(tmpfilesdir) $(sysconfdir)/sipd)
	$(foreach p,$(PROGRAMS),install -m 755 $(p) $(DESTDIR)$(sbindir)/$(notdir $(p))${\n})
	$(foreach p,$(PAGES),install -D -m 644 $(p) $(DESTDIR)$(mandir)/man$(subst .,,$(suffix $(p)))/$(notdir $(p))${\n})
	install -m 644 README.md CONTRIBUTING.md COPYING $(DESTDIR)$(docdir)
	$(if $(wildcard examples/*),install -m 644 $(wildcard examples/*) $(DESTDIR)$(docdir)/examples)
	sed '$(place)' packaging/sipd.service.in >$(DESTDIR)$(unitdir)/sipd.service
	sed '$(place)' packaging/sysusers.conf.in >$(DESTDIR)$(sysusersdir)/sipd.conf
	sed '$(place)' packaging/tmpfiles.conf.in >$(DESTDIR)$(tmpfilesdir)/sipd.conf
	test -e $(DESTDIR)$(sysconfdir)/sipd/sipd.cfg || install -m 644 examples/sipd.cfg $(DESTDIR)$(sysconfdir)/sipd/sipd.cfg

uninstall:
	rm -f $(addprefix $(DESTDIR)$(sbindir)/,$(notdir $(PROGRAMS))) $(DESTDIR)$(unitdir)/sipd.service \
		$(DESTDIR)$(sysusersdir)/sipd.conf $(DESTDIR)$(tmpfilesdir)/sipd.conf \
		$(foreach p,$(PAGES),$(DESTDIR)$(mandir)/man$(subst .,,$(suffix $(p)))/$(notdir $(p)))
	rm -rf $(DESTDIR)$(docdir)

define \n


endef

endif
