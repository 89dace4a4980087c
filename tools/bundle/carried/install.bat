@echo off
rem 离线安装 gwformat：双击，或者 install.bat 装在哪个文件夹
setlocal
set "HERE=%~dp0"
for %%P in ("py -3.14" "py -3.13" "py -3.12" "py -3.11" "python") do (
    %%~P -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && (
        %%~P "%HERE%install.py" %*
        goto end
    )
)
echo 错误：没有找到 Python 3.11 或更新的版本。
echo 建议：先装 Python（安装时勾选“Add python.exe to PATH”），再双击一次。
:end
set "CODE=%ERRORLEVEL%"
pause
exit /b %CODE%
