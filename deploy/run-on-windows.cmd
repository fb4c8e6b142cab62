@echo off
rem Starts the assistant, and starts it again when it ends with an error. Ctrl-C ends both.
cd /d "%~dp0.."
set PYTHONUTF8=1
:again
.venv\Scripts\dangol.exe run
if not errorlevel 1 exit /b 0
echo.
timeout /t 10
goto again
