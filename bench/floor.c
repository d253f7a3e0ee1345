/*
 * The least that delivering moves can cost: one process writes 14 bytes for each move, gathered per flush, to so many
 * loopback sockets, and does nothing else. Another one reads them. Prints what the writer used as JSON.
 *
 *   floor SOCKETS MOVES_PER_SECOND FLUSH_MS SECONDS      (moves per second of all sockets together)
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOVE_BYTES = 14, MOST_BYTES = 1 << 20 };

static void need(int ok, const char *what) {
  if (ok) return;
  perror(what);
  exit(1);
}

static double seconds_of(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

/* The peer: connects so many sockets and reads whatever comes. */
static void read_all(struct sockaddr_in address, int sockets) {
  static char bytes[1 << 16];
  struct epoll_event events[256];
  int poll = epoll_create1(0);
  need(poll >= 0, "epoll_create1");
  for (int i = 0; i < sockets; i++) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    need(fd >= 0, "socket");
    need(connect(fd, (struct sockaddr *)&address, sizeof address) == 0, "connect");
    struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
    need(epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event) == 0, "epoll_ctl");
  }
  for (;;) {
    int count = epoll_wait(poll, events, 256, -1);
    for (int i = 0; i < count; i++)
      if (read(events[i].data.fd, bytes, sizeof bytes) <= 0) _exit(0);
  }
}

int main(int argc, char **argv) {
  if (argc != 5) {
    fprintf(stderr, "usage: floor SOCKETS MOVES_PER_SECOND FLUSH_MS SECONDS\n");
    return 2;
  }
  int sockets = atoi(argv[1]);
  double per_flush = atof(argv[2]) * atof(argv[3]) / 1000 / sockets;
  int flushes = (int)(atof(argv[4]) * 1000 / atof(argv[3]));
  long flush_ns = (long)(atof(argv[3]) * 1e6);

  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t length = sizeof address;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  need(listener >= 0, "socket");
  need(bind(listener, (struct sockaddr *)&address, sizeof address) == 0, "bind");
  need(listen(listener, 4096) == 0, "listen");
  need(getsockname(listener, (struct sockaddr *)&address, &length) == 0, "getsockname");

  pid_t reader = fork();
  need(reader >= 0, "fork");
  if (reader == 0) read_all(address, sockets);

  int *fds = calloc(sockets, sizeof *fds);
  double *owed = calloc(sockets, sizeof *owed);
  char *bytes = malloc(MOST_BYTES);
  need(fds && owed && bytes, "memory");
  memset(bytes, 0x77, MOST_BYTES);
  for (int i = 0; i < sockets; i++) {
    int on = 1;
    fds[i] = accept(listener, NULL, NULL);
    need(fds[i] >= 0, "accept");
    setsockopt(fds[i], IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    /* Few moves for each flush come at different times for different sockets. */
    owed[i] = (double)i / sockets;
  }

  struct rusage before, after;
  struct timespec at;
  long moves = 0, writes = 0;
  getrusage(RUSAGE_SELF, &before);
  clock_gettime(CLOCK_MONOTONIC, &at);
  for (int f = 0; f < flushes; f++) {
    for (int i = 0; i < sockets; i++) {
      owed[i] += per_flush;
      int due = (int)owed[i];
      if (due == 0) continue;
      owed[i] -= due;
      need(due * MOVE_BYTES <= MOST_BYTES, "too many moves for a flush");
      need(write(fds[i], bytes, due * MOVE_BYTES) == due * MOVE_BYTES, "write");
      moves += due;
      writes++;
    }
    at.tv_nsec += flush_ns;
    while (at.tv_nsec >= 1000000000) {
      at.tv_nsec -= 1000000000;
      at.tv_sec++;
    }
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
  }
  getrusage(RUSAGE_SELF, &after);
  kill(reader, SIGKILL);
  double cpu = seconds_of(after.ru_utime) + seconds_of(after.ru_stime) - seconds_of(before.ru_utime) -
               seconds_of(before.ru_stime);
  printf("{\"moves\":%ld,\"writes\":%ld,\"cpuSeconds\":%.6f}\n", moves, writes, cpu);
  return 0;
}
