"""What the checks and benchmarks of the service share: a service to start and to end, accounts, load, verdicts.

Standard library only. `running` starts the program, `load` sends requests and remembers what was acknowledged,
`store` looks for it in SQLite or PostgreSQL, `postgres` runs a server of Debian's package, `verdict` counts and judges.
"""
